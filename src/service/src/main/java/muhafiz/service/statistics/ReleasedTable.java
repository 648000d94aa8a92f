package muhafiz.service.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.StatisticsRow;
import muhafiz.domain.statistics.Extent;
import muhafiz.domain.statistics.Figure;

/**
 * A table with what it must carry (requirement STA-3).
 *
 * @param id empty where it was only looked at
 * @param version the release's number; the policy's version where it was only looked at
 * @param lastUpdated when its figures were made
 * @param rows of the official table, in its order
 */
public record ReleasedTable(
        Optional<UUID> id,
        int version,
        String period,
        Extent extent,
        Optional<UUID> corrects,
        Instant lastUpdated,
        Optional<Instant> publishedAt,
        List<StatisticsRow> rows,
        List<Figure> figures) {
    public ReleasedTable {
        rows = List.copyOf(rows);
        figures = List.copyOf(figures);
    }
}
