package muhafiz.service.casefile;

import java.util.List;

/**
 * A line of a case's checklist.
 *
 * @param required whether the case is incomplete without it
 * @param state {@code missing}, or the state of the newest document of this kind
 * @param reasons why it was refused or put aside; codes
 */
public record ChecklistLine(String kind, boolean required, String state, List<String> reasons) {
    public static final String MISSING = "missing";

    public boolean isOpen() {
        return state.equals(MISSING) || isRefused();
    }

    /** Whether a document came and was refused. */
    public boolean isRefused() {
        return state.equals("refused");
    }
}
