package muhafiz.service.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import muhafiz.service.hold.HoldView.Hands;

/** Holds and what they name. In the caller's transaction. Safe for all threads. */
final class HoldRows {
    private static final String COLUMNS = """
            select id, case_id, leaf_id, sealed, review_on, placed_by, placed_at, release_asked_by, released_by, released_at
            from archive.hold""";

    private final Statements sql;

    HoldRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A hold's row. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(UUID id, Optional<UUID> caseFile, UUID leaf, byte[] text, LocalDate reviewOn, Hands hands) {
        boolean isReleased() {
            return hands.releasedBy().isPresent();
        }

        String state() {
            return isReleased() ? "released" : hands.releaseAskedBy().isPresent() ? "release-asked" : "standing";
        }
    }

    /** A document that is there, with its class and case. */
    record Named(UUID document, String recordClass, UUID caseFile) {}

    /** Of these documents those that are there, their rows locked until the transaction ends, in the order in which all lock them. */
    List<Named> lock(Collection<UUID> documents) {
        return sql.all(
                "select id, record_class, case_id from archive.document where id = any (?) order by id for update",
                row -> new Named(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
                (Object) documents.toArray(UUID[]::new));
    }

    /** All documents of the case, locked likewise. */
    void lockAllOf(UUID caseFile) {
        sql.all(
                "select id from archive.document where case_id = ? order by id for update",
                row -> row.getObject(1, UUID.class),
                caseFile);
    }

    /** Adds a hold; whatever it names is locked by now. */
    void add(Row hold, Collection<UUID> documents) {
        sql.change(
                """
                insert into archive.hold (id, case_id, leaf_id, sealed, placed_at, placed_by, review_on)
                values (?, nullif(?, '')::uuid, ?, ?, ?, ?, ?)""",
                hold.id(),
                hold.caseFile().map(UUID::toString).orElse(""),
                hold.leaf(),
                hold.text(),
                hold.hands().placedAt(),
                hold.hands().placedBy(),
                hold.reviewOn());
        sql.change(
                "insert into archive.hold_item (hold_id, document_id) select ?, unnest(?::uuid[])",
                hold.id(),
                documents.toArray(UUID[]::new));
    }

    /** The hold, its row locked until the transaction ends. */
    Optional<Row> lock(UUID hold) {
        return sql.first(COLUMNS + " where id = ? for update", HoldRows::row, hold);
    }

    List<UUID> documents(UUID hold) {
        return sql.all(
                "select document_id from archive.hold_item where hold_id = ? order by document_id",
                row -> row.getObject(1, UUID.class),
                hold);
    }

    /** Cases it reaches: the one it names, and those of the documents it names. */
    List<UUID> cases(UUID hold) {
        return sql.all("""
                select case_id from archive.hold where id = ? and case_id is not null
                union select d.case_id from archive.hold_item i join archive.document d on d.id = i.document_id where i.hold_id = ?
                order by 1""", row -> row.getObject(1, UUID.class), hold, hold);
    }

    /** Holds after this one by review day and id, in one state or in any, to be reviewed no later than the day. */
    List<Row> page(HoldQuestion question) {
        return sql.all(
                COLUMNS + """
                 where (review_on, id) > (select coalesce(max(b.review_on), date '0001-01-01'),
                        coalesce(max(b.id::text)::uuid, '00000000-0000-0000-0000-000000000000')
                    from archive.hold b where b.id = ?)
                    and review_on <= ?
                    and ? in ('', case when released_at is not null then 'released'
                        when release_asked_by is not null then 'release-asked' else 'standing' end)
                order by review_on, id limit ?""",
                HoldRows::row,
                question.after(),
                question.reviewBy(),
                question.state(),
                question.limit());
    }

    /** Prolongs it; a release that was asked for before is asked for no more. */
    void review(UUID hold, LocalDate reviewOn) {
        sql.change("update archive.hold set review_on = ?, release_asked_by = null where id = ?", reviewOn, hold);
    }

    void askRelease(UUID hold, String by) {
        sql.change("update archive.hold set release_asked_by = ? where id = ?", by, hold);
    }

    void release(UUID hold, String by, Instant at) {
        sql.change("update archive.hold set released_at = ?, released_by = ? where id = ?", at, by, hold);
    }

    /** Whether a hold that stands names a case or a document of a case in which this person has a part. */
    boolean names(UUID person) {
        return sql.one("""
                select exists (select from archive.case_party p where p.subject_id = ? and (
                    exists (select from archive.hold h where h.case_id = p.case_id and h.released_at is null)
                    or exists (select from archive.document d join archive.hold_item i on i.document_id = d.id
                        join archive.hold h on h.id = i.hold_id where d.case_id = p.case_id and h.released_at is null)))""", row -> row.getBoolean(1), person);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getObject(2, UUID.class)),
                row.getObject(3, UUID.class),
                row.getBytes(4),
                row.getObject(5, LocalDate.class),
                new Hands(
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(8)),
                        Optional.ofNullable(row.getString(9)),
                        Optional.ofNullable(row.getObject(10, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }
}
