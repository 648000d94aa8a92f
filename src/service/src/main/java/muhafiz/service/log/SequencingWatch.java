package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import muhafiz.crypto.UnavailableException;

/**
 * How long entries wait for their places. After a minute the archive says that it is not ready, after a quarter of an hour it does nothing
 * any more that would need another entry. A node that has just started has a quarter of an hour to bring the log up to date. Safe for all
 * threads; the database is asked once a second.
 */
@ApplicationScoped
public class SequencingWatch {
    static final Duration NOT_READY = Duration.ofMinutes(1);
    static final Duration REFUSED = Duration.ofMinutes(15);

    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final LogRows rows;
    private final InstantSource clock;
    private final Instant since;
    private volatile boolean wasUpToDate;
    private volatile Seen seen = new Seen(Instant.MIN, Optional.empty());

    @Inject
    SequencingWatch(LogRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
        this.since = clock.instant();
    }

    private record Seen(Instant at, Optional<Instant> oldest) {}

    /** How long the oldest entry without a place has waited; zero where none waits. */
    public Duration waiting() {
        Instant now = clock.instant();
        Seen last = seen;
        if (now.isBefore(last.at()) || !now.isBefore(last.at().plus(KNOWN_FOR))) {
            last = new Seen(now, rows.oldestWaiting());
            seen = last;
        }
        Duration waiting = last.oldest()
                .map(oldest -> Duration.between(oldest, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        wasUpToDate |= waiting.compareTo(NOT_READY) < 0;
        return waiting;
    }

    public boolean isReady() {
        return waiting().compareTo(NOT_READY) <= 0;
    }

    /** @throws UnavailableException where entries have waited so long that nothing may be released any more */
    void requireSequencing() {
        boolean isTooLong = waiting().compareTo(REFUSED) > 0;
        boolean isStarting = !wasUpToDate && clock.instant().isBefore(since.plus(REFUSED));
        if (isTooLong && !isStarting) {
            throw new UnavailableException("log-not-sequenced", RETRY);
        }
    }
}
