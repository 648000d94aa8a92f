package muhafiz.service.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Restrictions that stand. In the caller's transaction. Safe for all threads. */
final class RestrictionRows {
    private static final String COLUMNS = "select id, because, case_id, since, imposed_by from archive.restriction";

    private final Statements sql;

    RestrictionRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A restriction's row. */
    record Row(UUID id, String because, Optional<UUID> caseFile, Instant since, String imposedBy) {}

    /** One that stands, its row locked until the transaction ends. */
    Optional<Row> lock(UUID restriction) {
        return sql.first(COLUMNS + " where id = ? and lifted_at is null for update", RestrictionRows::row, restriction);
    }

    /** Those that stand, by since and id, after this one. */
    List<Row> page(UUID after, int most) {
        return sql.all(COLUMNS + """
                 where lifted_at is null and (since, id) > (select coalesce(max(b.since), timestamptz '0001-01-01'),
                        coalesce(max(b.id::text)::uuid, '00000000-0000-0000-0000-000000000000')
                    from archive.restriction b where b.id = ?)
                order by since, id limit ?""", RestrictionRows::row, after, most);
    }

    /** Cases it reaches: the one it restricts, and those of the documents it restricts. */
    List<UUID> cases(UUID restriction) {
        return sql.all("""
                select case_id from archive.restriction where id = ? and case_id is not null
                union select d.case_id from archive.restriction_item i join archive.document d on d.id = i.document_id
                    where i.restriction_id = ?
                order by 1""", row -> row.getObject(1, UUID.class), restriction, restriction);
    }

    /** Keeps on which day the person was told that it would be lifted. */
    void noticed(UUID restriction, LocalDate on) {
        sql.change("update archive.restriction set noticed_on = ? where id = ?", on, restriction);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5));
    }
}
