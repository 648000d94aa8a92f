package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Documents without what is another's, by the request that they answer. In the caller's transaction. Safe for all threads. */
@ApplicationScoped
class RedactionRows {
    private final Statements sql;

    @Inject
    RedactionRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * One of them, without its bytes.
     *
     * @param about what is known of the bytes, sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(UUID id, UUID request, UUID document, String ground, UUID leaf, byte[] about) {}

    void add(Row row, byte[] sealed, Instant now) {
        sql.change("""
                insert into archive.redaction (id, request_id, document_id, ground, leaf_id, about, sealed, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", row.id(), row.request(), row.document(), row.ground(), row.leaf(), row.about(), sealed, now);
    }

    /** @return the leaf that is to be destroyed */
    Optional<UUID> remove(UUID request, UUID document) {
        return sql.first(
                "delete from archive.redaction where request_id = ? and document_id = ? returning leaf_id",
                row -> row.getObject(1, UUID.class),
                request,
                document);
    }

    List<Row> of(UUID request) {
        return sql.all("""
                select id, request_id, document_id, ground, leaf_id, about from archive.redaction
                where request_id = ? order by document_id""", RedactionRows::row, request);
    }

    /** Its sealed bytes. @throws IllegalStateException where it is gone */
    byte[] sealed(UUID id) {
        return sql.first("select sealed from archive.redaction where id = ?", row -> row.getBytes(1), id)
                .orElseThrow(() -> new IllegalStateException("a document of an answer is gone"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getBytes(6));
    }
}
