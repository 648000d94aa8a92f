package muhafiz.service.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.statistics.Extent;
import muhafiz.domain.statistics.Figure;
import muhafiz.domain.statistics.Released;
import muhafiz.domain.statistics.Split;
import muhafiz.service.config.Statements;

/** Releases and their figures, the ledger. In the caller's transaction. Safe for all threads. */
final class ReleaseRows {
    private static final String COLUMNS = """
            select id, report_version, period, periods, units, split, corrects, drafted_at, published_at from archive.statistics_release""";
    /** One release is looked at after the other: each against all before it. */
    private static final long TURN = 0x5354_4154L;

    private final Statements sql;

    ReleaseRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A release's row. */
    record Row(
            UUID id,
            int reportVersion,
            String period,
            Extent extent,
            Optional<UUID> corrects,
            Instant draftedAt,
            Optional<Instant> publishedAt) {}

    void takeTurn() {
        sql.one("select pg_advisory_xact_lock(?)", row -> true, TURN);
    }

    /** Within a turn. */
    void add(Row row, String by, List<ReleasedTable.Line> lines, List<Figure> figures) {
        sql.change(
                """
                insert into archive.statistics_release (id, place, report_version, period, periods, units, split, corrects, drafted_by, drafted_at)
                select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, cast(nullif(?, '') as uuid), ?, cast(? as timestamptz)
                from archive.statistics_release""",
                row.id(),
                row.reportVersion(),
                row.period(),
                row.extent().periods().toArray(String[]::new),
                row.extent().units().toArray(String[]::new),
                row.extent().by().name(),
                row.corrects().map(UUID::toString).orElse(""),
                by,
                row.draftedAt());
        for (int i = 0; i < lines.size(); i++) {
            sql.change(
                    "insert into archive.statistics_row (release_id, place, row_code, section, words) values (?, ?, ?, ?, ?)",
                    row.id(),
                    i,
                    lines.get(i).row(),
                    lines.get(i).section(),
                    lines.get(i).text());
        }
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            sql.change(
                    """
                    insert into archive.statistics_figure (release_id, place, row_code, part, mark, shown)
                    values (?, ?, ?, ?, ?, cast(nullif(?, '') as bigint))""",
                    row.id(),
                    i,
                    figure.row(),
                    figure.part(),
                    figure.mark().name(),
                    figure.shown().map(Object::toString).orElse(""));
        }
    }

    void publish(UUID release, String by, Instant now) {
        sql.change(
                "update archive.statistics_release set published_by = ?, published_at = ? where id = ? and published_at is null",
                by,
                now,
                release);
    }

    Optional<Row> find(UUID release) {
        return sql.first(COLUMNS + " where id = ?", ReleaseRows::row, release);
    }

    /** Published ones, the newest first, older than this one; all where there is no such. */
    List<Row> publishedBefore(UUID release, int most) {
        return sql.all(COLUMNS + """
                 where published_at is not null and place < coalesce(
                    (select place from archive.statistics_release where id = ?), 2147483647)
                order by place desc limit ?""", ReleaseRows::row, release, most);
    }

    List<ReleasedTable.Line> lines(UUID release) {
        return sql.all(
                "select row_code, section, words from archive.statistics_row where release_id = ? order by place",
                row -> new ReleasedTable.Line(row.getString(1), row.getString(2), row.getString(3)),
                release);
    }

    List<Figure> figures(UUID release) {
        return sql.all(
                "select row_code, part, mark, shown from archive.statistics_figure where release_id = ? order by place",
                row -> new Figure(
                        row.getString(1),
                        row.getString(2),
                        Figure.Mark.valueOf(row.getString(3)),
                        Optional.ofNullable(row.getObject(4, Long.class))),
                release);
    }

    /** What everybody may know by now. */
    List<Released> ledger() {
        return publishedBefore(new UUID(0, 0), Integer.MAX_VALUE).stream()
                .map(row -> new Released(row.extent(), hidden(row.id())))
                .toList();
    }

    private Set<String> hidden(UUID release) {
        return figures(release).stream()
                .filter(figure -> figure.mark() == Figure.Mark.HIDDEN)
                .map(figure -> Released.name(figure.row(), figure.part()))
                .collect(Collectors.toSet());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                new Extent(words(row, 4), words(row, 5), Split.valueOf(row.getString(6))),
                Optional.ofNullable(row.getObject(7, UUID.class)),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    private static Set<String> words(ResultSet row, int column) throws SQLException {
        return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
