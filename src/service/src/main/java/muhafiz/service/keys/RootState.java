package muhafiz.service.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * How the roots are, for whoever watches them.
 *
 * @param lastSuccess when a rotation last moved every page and ended every root whose time had come
 * @param oldestBorn when the oldest living root was made, the quorum's among them
 * @param living roots that may still unwrap something
 * @param behind pages that are still under an older epoch than the newest
 * @param overdue whether a root lives that should be gone: by count of rotations, or as old as that many nights and two hours
 */
public record RootState(
        Optional<Instant> lastSuccess, Optional<Instant> oldestBorn, long living, long behind, boolean overdue) {}
