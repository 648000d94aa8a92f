package muhafiz.service.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muhafiz.proof.log.LogLeaf;

/**
 * Which entries are asked for, by their public parts; what is empty does not matter.
 *
 * @param actors pseudonyms, one of which acted; an empty list is nobody
 * @param action the policy's word
 * @param from the first moment
 * @param to the first moment no more
 */
public record LogFilter(
        Optional<List<byte[]>> actors, Optional<String> action, Optional<Instant> from, Optional<Instant> to) {
    /** Every entry. */
    public static final LogFilter ALL =
            new LogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether the entry is asked for. */
    public boolean takes(LogLeaf leaf) {
        var shown = leaf.publicPart();
        Instant time = Instant.ofEpochSecond(shown.epochSecond());
        return actors.map(some -> some.stream().anyMatch(one -> Arrays.equals(one, shown.actor())))
                        .orElse(true)
                && action.map(shown.action()::equals).orElse(true)
                && from.map(first -> !time.isBefore(first)).orElse(true)
                && to.map(end -> time.isBefore(end)).orElse(true);
    }
}
