package muhafiz.service.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.statistics.Extent;
import muhafiz.domain.statistics.Figure;

/**
 * A table with what it must carry (requirement STA-3).
 *
 * @param id empty where it was only looked at
 * @param reportVersion of the policy whose rows it has (requirement STA-4)
 * @param lastUpdated when its figures were made
 * @param rows of the official table, in its order
 */
public record ReleasedTable(
        Optional<UUID> id,
        int reportVersion,
        String period,
        Extent extent,
        Optional<UUID> corrects,
        Instant lastUpdated,
        Optional<Instant> publishedAt,
        List<Line> rows,
        List<Figure> figures) {
    /** A row of the official table, as it was called then. */
    public record Line(String row, String section, String text) {}

    public ReleasedTable {
        rows = List.copyOf(rows);
        figures = List.copyOf(figures);
    }
}
