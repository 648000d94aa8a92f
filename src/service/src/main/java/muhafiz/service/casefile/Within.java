package muhafiz.service.casefile;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition on rows of {@code archive.case_file c}, as it stands in a question to the database.
 *
 * @param condition SQL of this package's own words, a question mark for each value; never what somebody typed
 * @param values in the order of the question marks
 */
public record Within(String condition, List<Object> values) {
    /** Every case; for the archive's own work, and where the answer tells nobody of a case. */
    public static final Within ALL = new Within("true", List.of());

    /** No case. */
    static final Within NONE = new Within("false", List.of());

    public Within {
        values = List.copyOf(values);
    }

    Within and(String other, Object... more) {
        return joined(" and ", other, List.of(more));
    }

    Within or(Within other) {
        return equals(NONE) ? other : joined(" or ", other.condition(), other.values());
    }

    private Within joined(String how, String other, List<Object> more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more);
        return new Within("(" + condition + how + other + ")", all);
    }
}
