package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
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

    /** An entry that is to have its place later. */
    record Arrival(UUID entry, LogLeaf leaf) {}

    void insert(List<Arrival> arrivals) {
        List<PublicPart> shown =
                arrivals.stream().map(arrival -> arrival.leaf().publicPart()).toList();
        sql.change(
                """
                insert into archive.log_arrival (entry_id, recorded_at, actor, role, action, purpose, outcome, tag, leaf)
                select * from unnest(?::uuid[], ?::timestamptz[], ?, ?::text[], ?::text[], ?::text[], ?::text[], ?, ?)""",
                (Object) arrivals.stream().map(Arrival::entry).toArray(UUID[]::new),
                words(shown, part -> Instant.ofEpochSecond(part.epochSecond()).toString()),
                shown.stream().map(PublicPart::actor).toArray(byte[][]::new),
                words(shown, PublicPart::role),
                words(shown, PublicPart::action),
                words(shown, PublicPart::purpose),
                words(shown, PublicPart::outcome),
                arrivals.stream().map(arrival -> arrival.leaf().subjectTag()).toArray(byte[][]::new),
                arrivals.stream().map(arrival -> arrival.leaf().encoded()).toArray(byte[][]::new));
    }

    private static String[] words(List<PublicPart> shown, Function<PublicPart, String> word) {
        return shown.stream().map(word).toArray(String[]::new);
    }

    /** Moves the person's counter of that year on by one; empty where the year has no key yet. */
    Optional<Place> advance(UUID subject, int year) {
        return sql.first("""
                update archive.subject_log_key set entries = entries + 1
                where subject_id = ? and calendar_year = ? returning leaf_id, entries""", row -> new Place(row.getObject(1, UUID.class), row.getLong(2)), subject, year);
    }

    /** Moves the counters of these persons on, in the order of their ids. @return the last number of each whose year has a key */
    Map<UUID, Place> advance(SortedMap<UUID, Integer> entries, int year) {
        Map<UUID, Place> places = new HashMap<>();
        sql.all(
                """
                with wanted as (select * from unnest(?::uuid[], ?::bigint[]) as w(subject, entries)),
                locked as (
                    select k.subject_id, w.entries from archive.subject_log_key k join wanted w on w.subject = k.subject_id
                    where k.calendar_year = ? order by k.subject_id for no key update of k)
                update archive.subject_log_key k set entries = k.entries + l.entries
                from locked l where k.subject_id = l.subject_id and k.calendar_year = ?
                returning k.subject_id, k.leaf_id, k.entries""",
                row -> places.put(
                        row.getObject(1, UUID.class), new Place(row.getObject(2, UUID.class), row.getLong(3))),
                (Object) entries.keySet().toArray(UUID[]::new),
                entries.values().stream().map(count -> Integer.toString(count)).toArray(String[]::new),
                year,
                year);
        return places;
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

    /** Until the transaction ends no one else makes these persons a key. */
    void lockSubjects(Collection<UUID> subjects) {
        sql.all("select id from archive.data_subject where id = any (?) order by id for update", row -> true, (Object)
                subjects.toArray(UUID[]::new));
    }

    /** The first entries of these persons' year. */
    void insertYear(Map<UUID, Place> places, int year) {
        sql.change(
                """
                insert into archive.subject_log_key (subject_id, calendar_year, leaf_id, entries)
                select w.subject, ?, w.leaf, w.entries from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as w(subject, leaf, entries)""",
                year,
                places.keySet().toArray(UUID[]::new),
                places.values().stream().map(Place::leaf).toArray(UUID[]::new),
                places.values().stream()
                        .map(place -> Long.toString(place.number()))
                        .toArray(String[]::new));
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
