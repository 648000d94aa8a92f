package muhafiz.service.disposition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A disposition as it is shown.
 *
 * @param count of all its items
 * @param items a page of them, by id
 * @param next the id after which the next page begins; empty where this is the last
 */
public record DispositionView(
        Disposition what, List<Approval> approvals, int count, List<Line> items, Optional<UUID> next) {
    /** An item of it, and what became of that. */
    public record Line(What what, String state, Optional<String> droppedBecause, Optional<UUID> order) {
        static Line of(Item item) {
            return new Line(What.of(item), item.state(), item.droppedBecause(), item.order());
        }
    }

    /**
     * What is listed.
     *
     * @param ciphertext SHA-256 in lower-case hex; a case has none
     * @param key id of its leaf key
     */
    public record What(
            String kind,
            UUID id,
            String recordClass,
            String rule,
            LocalDate end,
            String disposal,
            Optional<String> ciphertext,
            UUID key) {
        private static What of(Item item) {
            return new What(
                    item.what().kind(),
                    item.what().id(),
                    item.what().recordClass(),
                    item.what().rule(),
                    item.what().end(),
                    item.what().disposal(),
                    item.what().ciphertext(),
                    item.what().key());
        }
    }
}
