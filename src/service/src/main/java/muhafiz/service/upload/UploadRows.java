package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Uploads and their parts, within the caller's transaction. */
@ApplicationScoped
class UploadRows {
    private final Statements sql;

    @Inject
    UploadRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * An upload that can go on, or has become a document.
     *
     * @param leaf empty once it is destroyed
     * @param about sealed: what it is to be
     * @param received sealed: how much of it has come
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(
            UUID id,
            UUID caseId,
            byte[] sender,
            Optional<UUID> leaf,
            byte[] about,
            byte[] received,
            int parts,
            Instant until,
            Optional<UUID> document) {}

    /** A part that lies in the store. */
    record Part(UUID attempt, int number, int sealedLength) {}

    /** How many uploads are open: of this sender, of this case, and of all of them how many bytes. */
    record Open(long ofSender, long ofCase, long all, long bytes) {}

    Open open(byte[] sender, UUID caseId) {
        return sql.one(
                """
                select count(*) filter (where sender = ?), count(*) filter (where case_id = ?), count(*),
                    coalesce(sum(reserved), 0)
                from archive.upload where state = 'open'""", row -> new Open(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)), sender, caseId);
    }

    void add(Row fresh, long reserved, Instant now) {
        sql.change(
                """
                insert into archive.upload (id, case_id, sender, state, leaf_id, about, received, parts, reserved, begun_at, ends_at)
                values (?, ?, ?, 'open', ?, ?, ?, 0, ?, ?, ?)""",
                fresh.id(),
                fresh.caseId(),
                fresh.sender(),
                fresh.leaf().orElseThrow(),
                fresh.about(),
                fresh.received(),
                reserved,
                now,
                fresh.until());
    }

    Optional<Row> find(UUID id, Instant now) {
        return sql.first("""
                select id, case_id, sender, leaf_id, about, received, parts, ends_at, document_id
                from archive.upload where id = ? and state <> 'over' and ends_at > ?""", UploadRows::row, id, now);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBytes(3),
                Optional.ofNullable(row.getObject(4, UUID.class)),
                row.getBytes(5),
                row.getBytes(6),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(9, UUID.class)));
    }

    /** Counts parts behind those that were known; false where the upload went on elsewhere meanwhile. */
    boolean grow(UUID id, int known, List<Part> more, byte[] received) {
        boolean isOurs = sql.change(
                        "update archive.upload set parts = ?, received = ? where id = ? and parts = ? and state = 'open'",
                        known + more.size(),
                        received,
                        id,
                        known)
                == 1;
        if (isOurs) {
            more.forEach(part -> sql.change(
                    "insert into archive.upload_part (upload_id, number, attempt, sealed_length) values (?, ?, ?, ?)",
                    id,
                    part.number(),
                    part.attempt(),
                    part.sealedLength()));
        }
        return isOurs;
    }

    List<Part> parts(UUID id) {
        return sql.all(
                "select attempt, number, sealed_length from archive.upload_part where upload_id = ? order by number",
                row -> new Part(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)),
                id);
    }

    /** False where the upload went on, or was filed, elsewhere meanwhile. */
    boolean file(UUID id, int parts, UUID document) {
        return sql.change("""
                        update archive.upload set state = 'filed', document_id = ?
                        where id = ? and parts = ? and state = 'open'""", document, id, parts) == 1;
    }

    /** Nobody may go on with it. Whether anybody could until now. */
    boolean end(UUID id) {
        return sql.change("update archive.upload set state = 'over' where id = ? and state = 'open'", id) == 1;
    }

    /** Ends those whose time is over. */
    void endAll(Instant now) {
        sql.change("update archive.upload set state = 'over' where state = 'open' and ends_at <= ?", now);
    }

    /** An upload whose parts are of no more use, and the leaf under which they are. */
    record Spent(UUID id, UUID leaf) {}

    Optional<Spent> spent(UUID id) {
        return sql.first(
                "select id, leaf_id from archive.upload where id = ? and state <> 'open' and leaf_id is not null",
                UploadRows::spent,
                id);
    }

    List<Spent> spent(int most) {
        return sql.all(
                "select id, leaf_id from archive.upload where state <> 'open' and leaf_id is not null order by id limit ?",
                UploadRows::spent,
                most);
    }

    private static Spent spent(ResultSet row) throws SQLException {
        return new Spent(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }

    /** Its leaf and its objects are gone. */
    void cleared(UUID id) {
        sql.change("delete from archive.upload_part where upload_id = ?", id);
        sql.change("update archive.upload set leaf_id = null where id = ? and state = 'filed'", id);
        sql.change("delete from archive.upload where id = ? and state = 'over'", id);
    }

    /** Strikes out what was filed so long ago that nobody asks any more. */
    void strikeFiled(Instant now) {
        sql.change("delete from archive.upload where state = 'filed' and leaf_id is null and ends_at <= ?", now);
    }
}
