package muhafiz.domain.statistics;

import java.util.Set;

/**
 * A line of the ledger: a table that somebody knows already.
 *
 * @param hidden its figures that were hidden, as row, slash, part
 */
public record Released(Extent extent, Set<String> hidden) {
    public Released {
        hidden = Set.copyOf(hidden);
    }

    /** How the ledger names a figure. */
    public static String name(String row, String part) {
        return row + "/" + part;
    }
}
