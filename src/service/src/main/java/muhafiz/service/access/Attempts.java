package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what failed within a window, by keyed token, so that neither a number nor a typed name is kept. Every log-in asks, and nearly
 * always nothing has failed anywhere: that is remembered for a second, so that another node's failures may be seen that much later.
 */
@ApplicationScoped
public class Attempts {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final AttemptRows rows;
    private final InstantSource clock;
    private final Map<Duration, Instant> quietUntil = new ConcurrentHashMap<>();

    @Inject
    Attempts(AttemptRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What is tried.
     *
     * @param space what kind of attempt, such as {@code access-code}
     * @param value what it is tried on; kept only as HMAC
     */
    public record Target(String space, String value) {}

    /** How many failures within how long close the door. */
    public record Limit(int failures, Duration window) {}

    /** Whether the door is closed for this target. */
    public boolean isLocked(Target target, Limit limit) {
        return !isQuiet(limit.window()) && rows.isLocked(target, limit);
    }

    private boolean isQuiet(Duration window) {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil.getOrDefault(window, Instant.MIN))) {
            return true;
        }
        if (rows.isAnySince(now.minus(window))) {
            return false;
        }
        quietUntil.put(window, now.plus(REMEMBERED));
        return true;
    }

    /** One more failure; a window that has passed begins anew. */
    public void failed(Target target, Limit limit) {
        rows.failed(target, limit);
        quietUntil.clear();
    }

    /** Forgets every window older than a day. */
    public int sweep() {
        return rows.sweep();
    }
}
