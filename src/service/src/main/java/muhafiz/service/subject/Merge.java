package muhafiz.service.subject;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That two persons are one.
 *
 * @param kept the one by whose id the office goes on; neither is changed by it
 * @param isStanding until it is undone
 */
public record Merge(UUID id, UUID kept, UUID merged, Instant at, boolean isStanding) {
    Set<UUID> both() {
        return Set.of(kept, merged);
    }
}
