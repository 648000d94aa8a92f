package muhafiz.service.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.service.config.Statements;

/** Consents. In the caller's transaction. Safe for all threads. */
final class ConsentRows {
    private static final String COLUMNS = """
            select id, purpose, record_class, policy_version, language, subject_id, leaf_id, sealed, address_leaf_id, address, given_at,
                valid_until, ended_at
            from archive.consent""";

    private final Statements sql;

    ConsentRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Codes and days of a consent. */
    record Facts(String purpose, String recordClass, int policyVersion, String language, Optional<LocalDate> until) {}

    /**
     * A consent's row.
     *
     * @param person by whom the log knows it
     * @param content empty once it has ended, as is the address
     */
    record Row(
            UUID id,
            Facts facts,
            UUID person,
            Optional<SealedFields> content,
            Optional<SealedFields> address,
            Instant givenAt,
            boolean hasEnded) {}

    /** @param cabinet token of whose it is; empty bytes where nobody's cabinet is known */
    void add(Row row, byte[] cabinet) {
        sql.change(
                """
                insert into archive.consent (id, purpose, record_class, policy_version, language, subject_id, leaf_id, sealed,
                    address_leaf_id, address, cabinet, given_at, valid_until)
                values (?, ?, ?, ?, ?, ?, nullif(?, '')::uuid, nullif(?, ''::bytea), nullif(?, '')::uuid, nullif(?, ''::bytea),
                    nullif(?, ''::bytea), ?, nullif(?, '')::date)""",
                row.id(),
                row.facts().purpose(),
                row.facts().recordClass(),
                row.facts().policyVersion(),
                row.facts().language(),
                row.person(),
                leaf(row.content()),
                bytes(row.content()),
                leaf(row.address()),
                bytes(row.address()),
                cabinet,
                row.givenAt(),
                row.facts().until().map(LocalDate::toString).orElse(""));
    }

    private static String leaf(Optional<SealedFields> fields) {
        return fields.map(one -> one.leafId().toString()).orElse("");
    }

    private static byte[] bytes(Optional<SealedFields> fields) {
        return fields.map(SealedFields::sealed).orElse(new byte[0]);
    }

    /** The consent of this cabinet, or of nobody's where the token is empty; its row held until the transaction ends. */
    Optional<Row> lock(UUID id, byte[] cabinet) {
        return sql.first(
                COLUMNS
                        + " where id = ? and (ended_at is not null or cabinet is not distinct from nullif(?, ''::bytea)) for update",
                ConsentRows::row,
                id,
                cabinet);
    }

    /** Those that stand for this purpose, by id. */
    List<Row> page(String purpose, LocalDate today, UUID after, int most) {
        return sql.all(
                COLUMNS
                        + " where ended_at is null and purpose = ? and coalesce(valid_until >= ?, true) and id > ? order by id limit ?",
                ConsentRows::row,
                purpose,
                today,
                after,
                most);
    }

    /** Those of this cabinet that stand, by id. */
    List<Row> own(byte[] cabinet, LocalDate today, UUID after, int most) {
        return sql.all(
                COLUMNS
                        + " where ended_at is null and cabinet = ? and coalesce(valid_until >= ?, true) and id > ? order by id limit ?",
                ConsentRows::row,
                cabinet,
                today,
                after,
                most);
    }

    /** Some whose last day has passed, their rows held. */
    List<Row> over(LocalDate today, int most) {
        return sql.all(
                COLUMNS
                        + " where ended_at is null and valid_until < ? order by valid_until, id limit ? for update skip locked",
                ConsentRows::row,
                today,
                most);
    }

    /** What was sealed is off the row; the order destroys its keys. */
    void end(UUID id, String by, Instant at, UUID order) {
        sql.change("""
                update archive.consent set ended_at = ?, ended_by = ?, order_id = ?, leaf_id = null, sealed = null, address_leaf_id = null,
                    address = null, cabinet = null
                where id = ?""", at, by, order, id);
    }

    private static Row row(ResultSet row) throws SQLException {
        Facts facts = new Facts(
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(12, LocalDate.class)));
        return new Row(
                row.getObject(1, UUID.class),
                facts,
                row.getObject(6, UUID.class),
                fields(row, 7),
                fields(row, 9),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getObject(13) != null);
    }

    private static Optional<SealedFields> fields(ResultSet row, int at) throws SQLException {
        byte[] bytes = row.getBytes(at + 1);
        return Optional.ofNullable(row.getObject(at, UUID.class)).map(leaf -> new SealedFields(leaf, bytes));
    }
}
