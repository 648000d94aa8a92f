package muhafiz.service.disposition;

import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.paper.DisposedItem;

/**
 * One thing on a list, and what became of it.
 *
 * @param state {@code frozen}, {@code to-transfer}, {@code ordered}, {@code destroyed}, {@code transferred} or {@code dropped}
 * @param droppedBecause the rule that kept it, such as PR-HOLD, or a code such as {@code end-moved}
 * @param order of destruction that took it
 */
public record Item(
        DisposedItem what, Place place, String state, Optional<String> droppedBecause, Optional<UUID> order) {
    static final String FROZEN = "frozen";

    /**
     * Where it lies.
     *
     * @param documentKind empty where it is a case
     */
    public record Place(UUID caseFile, String unit, Optional<String> documentKind) {}

    /** On a list that is being made. */
    static Item frozen(DisposedItem what, Place place) {
        return new Item(what, place, FROZEN, Optional.empty(), Optional.empty());
    }

    boolean isDocument() {
        return place.documentKind().isPresent();
    }

    boolean isToBeTransferred() {
        return what.disposal().equals("archive");
    }
}
