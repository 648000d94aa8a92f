package muhafiz.domain.statistics;

import java.util.Optional;

/**
 * A figure of a table.
 *
 * @param part of what the table is split by; {@link Extent#TOTAL} for a row's total
 * @param shown empty where it is hidden
 */
public record Figure(String row, String part, Mark mark, Optional<Long> shown) {
    /** How a figure is shown. */
    public enum Mark {
        EXACT,
        ROUNDED,
        HIDDEN
    }

    public Figure {
        if ((mark == Mark.HIDDEN) == shown.isPresent()) {
            throw new IllegalArgumentException("what is hidden is not shown");
        }
    }
}
