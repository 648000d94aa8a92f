package muhafiz.domain.statistics;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a table counts.
 *
 * @param periods those of its counters; not empty
 * @param units only these; every unit where empty
 */
public record Extent(Set<String> periods, Set<String> units, Split by) {
    /** The part of a figure that is split by nothing. */
    public static final String TOTAL = "";

    public Extent {
        periods = new TreeSet<>(periods);
        units = new TreeSet<>(units);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a table has a period");
        }
    }

    /** Whether its total is a national one, which alone is shown exactly. */
    public boolean isNational() {
        return units.isEmpty();
    }

    /** Whether the table counts it. */
    public boolean counts(Tally tally) {
        return periods.contains(tally.period()) && (units.isEmpty() || units.contains(tally.unit()));
    }

    String part(Tally tally) {
        return switch (by) {
            case NONE -> TOTAL;
            case UNIT -> tally.unit();
            case SERVICE -> tally.source();
            case MONTH -> tally.period();
        };
    }

    /** Of this unit, period and source: what tells counters apart for somebody who knows this table. */
    String sightOfUnit(String unit) {
        if (!units.isEmpty() && !units.contains(unit)) {
            return "-";
        }
        return by == Split.UNIT ? unit : "*";
    }

    String sightOfPeriod(String period) {
        if (!periods.contains(period)) {
            return "-";
        }
        return by == Split.MONTH ? period : "*";
    }
}
