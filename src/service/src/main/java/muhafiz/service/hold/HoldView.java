package muhafiz.service.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hold as those see it who may place one.
 *
 * @param state {@code standing}, {@code release-asked} or {@code released}
 * @param application the number of the case it names, where it names one
 * @param documents those it names
 */
public record HoldView(
        UUID id,
        String state,
        Optional<String> application,
        List<UUID> documents,
        String authority,
        String ground,
        LocalDate reviewOn,
        Hands hands) {
    /** Who did what to it, and when. */
    public record Hands(
            String placedBy,
            Instant placedAt,
            Optional<String> releaseAskedBy,
            Optional<String> releasedBy,
            Optional<Instant> releasedAt) {}
}
