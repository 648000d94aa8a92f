package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Persons' log keys on their way to their end, and the rows of entries whose keys are gone; within the caller's transaction. */
@ApplicationScoped
class LogKeyRows {
    private final Statements sql;

    @Inject
    LogKeyRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A person's log key of a year. */
    record Key(UUID person, int year, UUID leaf) {}

    List<Key> of(UUID person) {
        return sql.all(
                "select subject_id, calendar_year, leaf_id from archive.subject_log_key where subject_id = ?",
                LogKeyRows::key,
                person);
    }

    /** Keys of that year and earlier ones. */
    List<Key> upTo(int year) {
        return sql.all(
                "select subject_id, calendar_year, leaf_id from archive.subject_log_key where calendar_year <= ?",
                LogKeyRows::key,
                year);
    }

    /** Keys that outlived their person. */
    List<Key> left() {
        return sql.all("""
                select subject_id, calendar_year, leaf_id from archive.subject_log_key k
                where archive.whole_sight() and not exists (select from archive.data_subject s where s.id = k.subject_id)""", LogKeyRows::key);
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class));
    }

    void strike(Collection<UUID> leaves) {
        leaves.forEach(leaf -> sql.change("delete from archive.subject_log_key where leaf_id = ?", leaf));
    }

    /** The place below which every entry was written before that moment; empty where there are no entries. */
    OptionalLong below(Instant moment) {
        long place = sql.one("""
                select coalesce(
                    (select min(seq) from archive.log_entry where recorded_at >= ?),
                    (select max(seq) + 1 from archive.log_entry), -1)""", row -> row.getLong(1), moment);
        return place < 0 ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** The first place whose entry is kept; empty where there is none. */
    OptionalLong first() {
        long place = sql.one("select coalesce(min(seq), -1) from archive.log_entry", row -> row.getLong(1));
        return place < 0 ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** Strikes out the entries below that place, all older than {@code before}; their hashes stay. @return how many */
    long prune(long below, Instant before) {
        return sql.one("select archive.log_prune(?, ?)", row -> row.getLong(1), below, before);
    }
}
