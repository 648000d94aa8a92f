package muhafiz.domain.policy;

import java.util.List;

/**
 * A row of the official table.
 *
 * @param text as published
 * @param sources services whose applications it counts, or classes whose files it counts
 */
public record StatisticsRow(String id, String section, String text, List<String> sources) {
    public StatisticsRow {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a row counts something");
        }
    }
}
