package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How evidence stands, for whoever watches the archive. */
@ApplicationScoped
@Transactional
public class EvidenceWatch {
    /** A document waits for the next night at most, and that night's work may take two hours. */
    private static final Duration LONGEST_WITHOUT = Duration.ofHours(26);

    private final EvidenceRows rows;
    private final TimeAuthority authority;
    private final InstantSource clock;

    @Inject
    EvidenceWatch(EvidenceRows rows, TimeAuthority authority, InstantSource clock) {
        this.rows = rows;
        this.authority = authority;
        this.clock = clock;
    }

    public boolean hasAuthority() {
        return authority.isThere();
    }

    /** Documents that should have had evidence by now. */
    public long overdue() {
        return rows.without(clock.instant().minus(LONGEST_WITHOUT));
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
