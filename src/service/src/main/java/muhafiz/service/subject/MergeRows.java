package muhafiz.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Merges of persons. In the caller's transaction. */
@ApplicationScoped
class MergeRows {
    private static final String COLUMNS = "id, kept, merged, merged_at, undone_at is null";

    private final Statements sql;

    @Inject
    MergeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** In one order, so that two who merge the same persons wait for each other. */
    void lock(UUID one, UUID other) {
        sql.all("select id from archive.data_subject where id = any (?) order by id for update", row -> true, (Object)
                new UUID[] {one, other});
    }

    void add(Merge merge, String by) {
        sql.change(
                "insert into archive.person_merge (id, kept, merged, merged_at, merged_by) values (?, ?, ?, ?, ?)",
                merge.id(),
                merge.kept(),
                merge.merged(),
                Timestamp.from(merge.at()),
                by);
    }

    Optional<Merge> hold(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from archive.person_merge where id = ? for update", MergeRows::merge, id);
    }

    void undo(UUID id, Instant at, String by) {
        sql.change(
                "update archive.person_merge set undone_at = ?, undone_by = ? where id = ?",
                Timestamp.from(at),
                by,
                id);
    }

    /** Those that stand and name the person, oldest first. */
    List<Merge> standing(UUID person) {
        return sql.all(
                "select " + COLUMNS + " from archive.person_merge where (kept = ? or merged = ?) and undone_at is null"
                        + " order by merged_at, id",
                MergeRows::merge,
                person,
                person);
    }

    private static Merge merge(ResultSet row) throws SQLException {
        return new Merge(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getBoolean(5));
    }
}
