package muhafiz.service.imports;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How an import stands.
 *
 * @param state {@code checking}, {@code checked} (waits for its release), {@code refused} (nothing of the bag can be taken in), {@code
 *     running}, {@code done}, {@code over} (not released in time)
 * @param digest what a release names: hexadecimal; empty until it was looked at
 * @param flaws how many lines are refused
 */
public record ImportView(
        UUID id, String state, Optional<String> digest, Hands hands, Cases cases, Files files, int flaws) {
    /** Who did what, and when. */
    public record Hands(
            String proposedBy,
            Instant proposedAt,
            Optional<String> releasedBy,
            Optional<Instant> releasedAt,
            Optional<Instant> endedAt,
            Instant endsAt) {}

    /** @param known that were imported before, under the same old number */
    public record Cases(int total, int waiting, int imported, int known, int refused) {}

    /** @param total those that the table of files names for cases that are not refused */
    public record Files(int total, int imported) {}
}
