package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import muhafiz.service.access.Identities;

/** Sees when the grants are to be looked through again: a quarter of a year after the last time, or after the first account was seen. */
@ApplicationScoped
@Transactional
public class ReviewWatch {
    private static final Duration QUARTER = Duration.ofDays(92);

    private final ReviewRows rows;
    private final Identities identities;
    private final InstantSource clock;

    @Inject
    ReviewWatch(ReviewRows rows, Identities identities, InstantSource clock) {
        this.rows = rows;
        this.identities = identities;
        this.clock = clock;
    }

    public boolean isDue() {
        return rows.newest()
                .or(identities::first)
                .filter(last -> last.plus(QUARTER).isBefore(clock.instant()))
                .isPresent();
    }
}
