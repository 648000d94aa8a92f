package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.service.wall.Wall;

/** How evidence stands, for whoever watches the archive. */
@ApplicationScoped
@Transactional
public class EvidenceWatch {
    /** A document waits for the next night at most, and that night's work may take two hours. */
    private static final Duration LONGEST_WITHOUT = Duration.ofHours(26);

    private static final Duration COUNTED_FOR = Duration.ofMinutes(15);

    private final AtomicReference<Counted> counted = new AtomicReference<>(new Counted(Instant.EPOCH, 0));
    private final EvidenceRows rows;
    private final TimeAuthority authority;
    private final InstantSource clock;
    private final Wall wall;

    @Inject
    EvidenceWatch(EvidenceRows rows, TimeAuthority authority, InstantSource clock, Wall wall) {
        this.wall = wall;
        this.rows = rows;
        this.authority = authority;
        this.clock = clock;
    }

    public boolean hasAuthority() {
        return authority.isThere();
    }

    /** Documents that should have had evidence by now. Counted at most each {@link #COUNTED_FOR}: every document is looked at. */
    public long overdue() {
        Instant now = clock.instant();
        return counted.updateAndGet(last -> last.isStill(now) ? last : count(now))
                .documents();
    }

    private Counted count(Instant now) {
        return new Counted(now, wall.asArchive("evidence", () -> rows.without(now.minus(LONGEST_WITHOUT))));
    }

    private record Counted(Instant at, long documents) {
        boolean isStill(Instant now) {
            return at.plus(COUNTED_FOR).isAfter(now);
        }
    }

    /** When the newest checkpoint was stamped. */
    public Optional<Instant> newestStamp() {
        return rows.newestDay();
    }

    /** Whether a record ends within half the time in which it should have been renewed. */
    public boolean endsSoon() {
        Instant soon = clock.instant().plus(authority.renewBefore().dividedBy(2));
        return rows.firstEnd().filter(soon::isAfter).isPresent();
    }
}
