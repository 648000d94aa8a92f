package muhafiz.domain.statistics;

/**
 * A counter: how many cases of a source (a service, or a class) count in a row of the official table, for a unit and a period.
 *
 * @param period a month such as {@code 2026-01}, or a label under which a loader counts
 * @param count not negative
 */
public record Tally(String period, String row, String source, String unit, long count) {
    public Tally {
        if (count < 0) {
            throw new IllegalArgumentException("a counter is not negative, was " + count);
        }
    }
}
