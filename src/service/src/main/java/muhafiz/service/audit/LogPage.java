package muhafiz.service.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.proof.log.Inside;
import muhafiz.service.log.LogLine;

/**
 * A page of the log.
 *
 * @param next what to ask for as {@code after}; empty at the end
 * @param gaps entries of the persons asked for that must be there and are not
 */
public record LogPage(List<Item> items, OptionalLong next, List<Gap> gaps) {
    /**
     * One entry.
     *
     * @param details whom and what it concerned; empty where no decision lets the reader see it
     * @param actor the account that acted; empty where no decision names it
     */
    public record Item(LogLine line, Optional<Details> details, Optional<String> actor) {}

    /**
     * The inside of an entry.
     *
     * @param facts further facts by code, such as {@code ref}, {@code unit}, {@code client}
     */
    public record Details(
            Optional<UUID> subject,
            Optional<UUID> document,
            Optional<UUID> caseFile,
            Optional<String> operation,
            Map<String, String> facts) {
        static Details of(Inside inside) {
            return new Details(
                    inside.subject(), inside.document(), inside.caseFile(), inside.operation(), inside.more());
        }
    }

    /** A number of a person's year that no entry carries: an entry was taken away. */
    public record Gap(int year, long number) {}
}
