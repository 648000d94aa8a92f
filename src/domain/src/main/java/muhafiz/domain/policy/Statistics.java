package muhafiz.domain.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.statistics.DisclosureControl;
import muhafiz.domain.statistics.Identity;

/**
 * What the policy says about published figures.
 *
 * @param rows of the official table, in its order
 * @param parent the class of whose files each has exactly one outcome
 * @param outcomes classes of whose files each arises from exactly one of the parent's
 * @param smallest figures under it are hidden
 * @param roundTo figures other than national totals are multiples of it
 */
public record Statistics(
        List<StatisticsRow> rows,
        List<Identity> identities,
        String parent,
        List<String> outcomes,
        int smallest,
        int roundTo) {
    public Statistics {
        rows = List.copyOf(rows);
        identities = List.copyOf(identities);
        outcomes = List.copyOf(outcomes);
    }

    /** The row in which a file of this service or class counts. */
    public Optional<StatisticsRow> rowOf(String source) {
        return rows.stream().filter(row -> row.sources().contains(source)).findFirst();
    }

    /** The control of this policy. */
    public DisclosureControl control() {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        rows.forEach(row -> sources.put(row.id(), row.sources()));
        return new DisclosureControl(smallest, roundTo, sources, identities);
    }
}
