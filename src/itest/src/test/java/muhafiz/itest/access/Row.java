package muhafiz.itest.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One row of the table of accesses: an operation, and how each answer that it publishes comes about.
 *
 * @param well asked as the contract wants it, anew each time
 * @param ways by status
 */
record Row(Supplier<Question> well, Map<Integer, UnaryOperator<Question>> ways) {
    static Row of(Supplier<Question> well) {
        return new Row(well, Map.of());
    }

    /** The answer of that status comes when the question is changed so. */
    Row when(int status, UnaryOperator<Question> change) {
        Map<Integer, UnaryOperator<Question>> more = new HashMap<>(ways);
        more.put(status, change);
        return new Row(well, more);
    }

    /** Empty where nobody has said how this answer comes about. */
    Optional<Question> questionFor(int status) {
        return Optional.ofNullable(ways.get(status)).map(change -> change.apply(well.get()));
    }
}
