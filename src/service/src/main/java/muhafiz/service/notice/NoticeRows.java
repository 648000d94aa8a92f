package muhafiz.service.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.domain.notice.NoticeState;
import muhafiz.service.config.Statements;

/** The outbox. In the caller's transaction. Safe for all threads. */
final class NoticeRows {
    private static final String COLUMNS = """
            select id, template, text_version, language, kind, about_id, unit, leaf_id, sealed, state, tries, queued_at
            from archive.notice""";

    private final Statements sql;

    NoticeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Whom a notice is for, as its row says. */
    enum Kind {
        CASE("case"),
        KNOWN("known"),
        UNIT("unit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * A notice's row.
     *
     * @param about the case, request or disclosure
     * @param sealed empty for a unit, and once forgotten
     */
    record Row(
            UUID id,
            String template,
            int version,
            String language,
            Kind kind,
            Optional<UUID> about,
            Optional<String> unit,
            Optional<SealedFields> sealed,
            NoticeState state,
            int tries,
            Instant queuedAt) {}

    void add(Row row) {
        sql.change(
                """
                insert into archive.notice
                    (id, template, text_version, language, kind, about_id, unit, leaf_id, sealed, state, queued_at, due_at)
                values (?, ?, ?, ?, ?, nullif(?, '')::uuid, nullif(?, ''), nullif(?, '')::uuid, nullif(?, ''::bytea), ?, ?, ?)""",
                row.id(),
                row.template(),
                row.version(),
                row.language(),
                row.kind().word,
                row.about().map(UUID::toString).orElse(""),
                row.unit().orElse(""),
                row.sealed().map(one -> one.leafId().toString()).orElse(""),
                row.sealed().map(SealedFields::sealed).orElse(new byte[0]),
                row.state().code(),
                row.queuedAt(),
                row.queuedAt());
    }

    Optional<Row> lock(UUID id) {
        return sql.first(COLUMNS + " where id = ? for update", NoticeRows::row, id);
    }

    /** Those in this state that are due, by id. */
    List<Row> page(NoticeState state, Instant now, UUID after, int most) {
        return sql.all(
                COLUMNS + " where state = ? and kind <> 'unit' and due_at <= ? and id > ? order by id limit ?",
                NoticeRows::row,
                state.code(),
                now,
                after,
                most);
    }

    /** All about this case, by id. */
    List<Row> about(UUID caseFile, UUID after, int most) {
        return sql.all(
                COLUMNS + " where about_id = ? and id > ? order by id limit ?", NoticeRows::row, caseFile, after, most);
    }

    /** Those to this unit, by id. */
    List<Row> ofUnit(String unit, NoticeState state, UUID after, int most) {
        return sql.all(
                COLUMNS + " where unit = ? and state = ? and id > ? order by id limit ?",
                NoticeRows::row,
                unit,
                state.code(),
                after,
                most);
    }

    boolean isWaiting(String template, String unit) {
        return sql.one(
                "select exists (select from archive.notice where unit = ? and template = ? and state = 'queued')",
                row -> row.getBoolean(1),
                unit,
                template);
    }

    void came(UUID id, NoticeState state, Instant at) {
        sql.change("update archive.notice set state = ?, done_at = ? where id = ?", state.code(), at, id);
    }

    /** @param tries how many attempts failed by now */
    void failed(UUID id, NoticeState state, int tries, Instant dueAt) {
        sql.change(
                "update archive.notice set state = ?, tries = ?, due_at = ? where id = ?",
                state.code(),
                tries,
                dueAt,
                id);
    }

    /** Takes off all that is about this. @return the leaves, to be destroyed */
    Set<UUID> remove(Collection<UUID> about) {
        List<Optional<UUID>> leaves = sql.all(
                "delete from archive.notice where about_id = any (?) returning leaf_id",
                row -> Optional.ofNullable(row.getObject(1, UUID.class)),
                (Object) about.toArray(UUID[]::new));
        return leaves.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** Leaves of what was sent to a contact of its own, or shown. */
    Set<UUID> spent(int most) {
        return Set.copyOf(sql.all(
                "select leaf_id from archive.notice where kind = 'known' and state in ('sent', 'shown') and leaf_id is not null limit ?",
                row -> row.getObject(1, UUID.class),
                most));
    }

    /** Strikes out what was under leaves that were destroyed. */
    void strike(Set<UUID> leaves) {
        sql.change("update archive.notice set leaf_id = null, sealed = null where leaf_id = any (?)", (Object)
                leaves.toArray(UUID[]::new));
    }

    /** Undecided cases whose day lies before this one and whose applicants were not told since. Whole sight. */
    List<UUID> late(LocalDate today, UUID after, int most) {
        return sql.all("""
                select c.id from archive.case_file c
                where c.state in ('open', 'deficient', 'in-work') and c.decide_by < ? and c.id > ? and archive.whole_sight()
                    and not exists (select from archive.notice n where n.about_id = c.id and n.template = 'late'
                        and n.queued_at > c.decide_by)
                order by c.id limit ?""", row -> row.getObject(1, UUID.class), today, after, most);
    }

    /** Whether nobody told the applicants since the day passed. */
    boolean isStillLate(UUID caseFile) {
        return sql.one("""
                select not exists (select from archive.notice n join archive.case_file c on c.id = n.about_id
                    where c.id = ? and n.template = 'late' and n.queued_at > c.decide_by)""", row -> row.getBoolean(1), caseFile);
    }

    /** How many could not be sent and were not shown yet. */
    int failures() {
        return sql.one("select count(*) from archive.notice where state = 'failed'", row -> row.getInt(1));
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<UUID> leaf = Optional.ofNullable(row.getObject(8, UUID.class));
        byte[] sealed = row.getBytes(9);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                Kind.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                Optional.ofNullable(row.getString(7)),
                leaf.map(id -> new SealedFields(id, sealed)),
                NoticeState.of(row.getString(10)).orElseThrow(),
                row.getInt(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
