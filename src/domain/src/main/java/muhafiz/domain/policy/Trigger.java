package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * An event from which a period can run.
 *
 * @param names when a period runs from it, in words that follow it
 * @param by who states it
 * @param outcomes what it must say; none where it says nothing more
 * @param movesTo the state an application goes to with it
 */
public record Trigger(String id, Names names, StatedBy by, List<String> outcomes, Optional<String> movesTo) {
    public Trigger {
        outcomes = List.copyOf(outcomes);
    }

    /** An officer by an event, the archive as it happens, or the daily sweep. */
    public enum StatedBy {
        OFFICER,
        ARCHIVE,
        SWEEP;

        static Optional<StatedBy> of(String word) {
            return switch (word) {
                case "officer" -> Optional.of(OFFICER);
                case "archive" -> Optional.of(ARCHIVE);
                case "sweep" -> Optional.of(SWEEP);
                default -> Optional.empty();
            };
        }
    }
}
