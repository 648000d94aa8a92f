package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;
import muhafiz.service.config.Statements;

/** The log's rows: inserted, read, never changed. */
@ApplicationScoped
class LogRows {
    private final Statements sql;

    @Inject
    LogRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Whose log key it is and which number the entry has among that person's entries of the year. */
    record Place(UUID leaf, long number) {}

    /** An entry's hash; no sequence before it has its place. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Placed(byte[] leafHash, OptionalLong sequence) {}

    void insert(UUID entry, LogLeaf leaf) {
        PublicPart shown = leaf.publicPart();
        sql.change(
                """
                insert into archive.log_arrival (entry_id, recorded_at, actor, role, action, purpose, outcome, tag, leaf)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entry,
                Instant.ofEpochSecond(shown.epochSecond()),
                shown.actor(),
                shown.role(),
                shown.action(),
                shown.purpose(),
                shown.outcome(),
                leaf.subjectTag(),
                leaf.encoded());
    }

    /** Moves the person's counter of that year on by one; empty where the year has no key yet. */
    Optional<Place> advance(UUID subject, int year) {
        return sql.first("""
                update archive.subject_log_key set entries = entries + 1
                where subject_id = ? and calendar_year = ? returning leaf_id, entries""", row -> new Place(row.getObject(1, UUID.class), row.getLong(2)), subject, year);
    }

    /** The leaf of the person's log key of that year. */
    Optional<UUID> keyOf(UUID subject, int year) {
        return sql.first(
                "select leaf_id from archive.subject_log_key where subject_id = ? and calendar_year = ?",
                row -> row.getObject(1, UUID.class),
                subject,
                year);
    }

    /** How far a person's entries of a year were counted, and the leaf of the log key. */
    record Counter(UUID subject, UUID leaf, long entries) {}

    /** Some counters of a year, in the order of the persons' ids. */
    List<Counter> counters(int year, UUID after, int most) {
        return sql.all(
                """
                select subject_id, leaf_id, entries from archive.subject_log_key
                where calendar_year = ? and subject_id > ? order by subject_id limit ?""",
                row -> new Counter(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)),
                year,
                after,
                most);
    }

    void count(UUID subject, int year, long entries) {
        sql.change("""
                update archive.subject_log_key set entries = greatest(entries, ?)
                where subject_id = ? and calendar_year = ?""", entries, subject, year);
    }

    /** Whether an entry that has its place has this tag. */
    boolean hasTag(byte[] tag) {
        return sql.one("select exists (select from archive.log_entry where tag = ?)", row -> row.getBoolean(1), tag);
    }

    /** Until the transaction ends no one else makes this person a key. */
    void lockSubject(UUID subject) {
        sql.all("select id from archive.data_subject where id = ? for update", row -> subject, subject);
    }

    void insertYear(UUID subject, int year, UUID leaf) {
        sql.change("""
                insert into archive.subject_log_key (subject_id, calendar_year, leaf_id, entries) values (?, ?, ?, 1)""", subject, year, leaf);
    }

    Optional<Placed> placed(UUID entry) {
        return sql.first(
                """
                select leaf_hash, seq from archive.log_index where entry_id = ?
                union all select sha256('\\x00'::bytea || leaf), -1 from archive.log_arrival where entry_id = ?""",
                row -> new Placed(
                        row.getBytes(1), row.getLong(2) < 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong(2))),
                entry,
                entry);
    }

    OptionalLong indexOf(UUID entry) {
        return sql.all("select seq from archive.log_index where entry_id = ?", row -> row.getLong(1), entry).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** When the newest entry that has its place was written. */
    Optional<Instant> newest() {
        return sql.first("select recorded_at from archive.log_entry order by seq desc limit 1", LogRows::instant);
    }

    /** When the oldest entry was written that waits for its place; empty where none waits. */
    Optional<Instant> oldestWaiting() {
        return sql.one(
                "select archive.log_oldest_waiting()",
                row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }
}
