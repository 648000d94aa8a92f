package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Disclosures, their approvals, documents, persons, packages and notices; within the caller's transaction. */
@ApplicationScoped
class DisclosureRows {
    private static final String COLUMNS = """
            select id, ground, special, leaf_id, sealed, packing_leaf_id, packing, proposed_by, proposed_at, until, approved_at,
                disclosed_at, recalled_at, secret_until from archive.disclosure""";

    private final Statements sql;

    @Inject
    DisclosureRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Ciphertext and the leaf it is under. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Under(UUID leaf, byte[] sealed) {}

    /** A disclosure's row. */
    record Row(
            UUID id,
            String ground,
            boolean special,
            Under register,
            Optional<Under> packing,
            String proposedBy,
            Instant proposedAt,
            Instant until,
            Steps steps,
            Optional<LocalDate> secretUntil) {
        boolean isOver(Instant now) {
            return steps.recalledAt().isPresent() || packing.isEmpty() || now.isAfter(until);
        }
    }

    /** What happened to it, and when. */
    record Steps(Optional<Instant> approvedAt, Optional<Instant> disclosedAt, Optional<Instant> recalledAt) {
        static final Steps NONE = new Steps(Optional.empty(), Optional.empty(), Optional.empty());
    }

    void add(Row row, String role, int policyVersion, Collection<DisclosureView.Paper> papers) {
        Under packing = row.packing().orElseThrow();
        sql.change(
                """
                insert into archive.disclosure (id, ground, policy_version, special, leaf_id, sealed, packing_leaf_id, packing,
                    proposed_by, proposed_role, proposed_at, until, secret_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::date)""",
                row.id(),
                row.ground(),
                policyVersion,
                row.special(),
                row.register().leaf(),
                row.register().sealed(),
                packing.leaf(),
                packing.sealed(),
                row.proposedBy(),
                role,
                row.proposedAt(),
                row.until(),
                row.secretUntil().map(LocalDate::toString).orElse(""));
        for (DisclosureView.Paper paper : papers) {
            sql.change(
                    "insert into archive.disclosure_item (disclosure_id, document_id) values (?, ?)",
                    row.id(),
                    paper.id());
            sql.change(
                    "insert into archive.disclosure_person (disclosure_id, subject_id) select ?, unnest(?::uuid[])"
                            + " on conflict do nothing",
                    row.id(),
                    paper.persons().toArray(UUID[]::new));
        }
    }

    /** Its row is held until the transaction ends. */
    Optional<Row> hold(UUID id) {
        return sql.first(COLUMNS + " where id = ? for no key update", DisclosureRows::row, id);
    }

    /** Those of its documents that are not destroyed. */
    List<UUID> documents(UUID id) {
        return sql.all(
                "select document_id from archive.disclosure_item where disclosure_id = ? order by document_id",
                row -> row.getObject(1, UUID.class),
                id);
    }

    /** Secret ones that are to be looked at by that day, after this one by day and id. */
    List<Row> toReview(LocalDate by, UUID after, int limit) {
        return sql.all(COLUMNS + """
                 where secret_until <= ? and (secret_until, id) > (
                    select coalesce(max(b.secret_until), date '0001-01-01'),
                        coalesce(max(b.id::text)::uuid, '00000000-0000-0000-0000-000000000000')
                    from archive.disclosure b where b.id = ?)
                order by secret_until, id limit ?""", DisclosureRows::row, by, after, limit);
    }

    /** All after this one, by id. */
    List<Row> page(UUID after, int limit) {
        return sql.all(COLUMNS + " where id > ? order by id limit ?", DisclosureRows::row, after, limit);
    }

    /** Those that left the archive and are about the person, the latest first. */
    List<Row> ofPerson(UUID person) {
        return sql.all(COLUMNS + """
                 where disclosed_at is not null and id in (
                    select disclosure_id from archive.disclosure_person where subject_id = ?)
                order by disclosed_at desc, id""", DisclosureRows::row, person);
    }

    /** Those that are about the person and may be secret, also before anything left: the log tells of them already. */
    List<Row> secretOf(UUID person) {
        return sql.all(COLUMNS + """
                 where secret_until is not null and id in (
                    select disclosure_id from archive.disclosure_person where subject_id = ?)
                order by id""", DisclosureRows::row, person);
    }

    void approve(UUID id, DisclosureView.Approval approval) {
        sql.change(
                "insert into archive.disclosure_approval (disclosure_id, approved_by, role, approved_at) values (?, ?, ?, ?)",
                id,
                approval.by(),
                approval.role(),
                approval.at());
    }

    List<DisclosureView.Approval> approvals(UUID id) {
        return sql.all(
                """
                select approved_by, role, approved_at from archive.disclosure_approval
                where disclosure_id = ? order by approved_at, approved_by""",
                row -> new DisclosureView.Approval(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                id);
    }

    void approved(UUID id, Instant at) {
        sql.change("update archive.disclosure set approved_at = ? where id = ? and approved_at is null", at, id);
    }

    void disclosed(UUID id, Instant at) {
        sql.change("update archive.disclosure set disclosed_at = ? where id = ? and disclosed_at is null", at, id);
    }

    void recall(UUID id, String user, Instant at) {
        sql.change("update archive.disclosure set recalled_at = ?, recalled_by = ? where id = ?", at, user, id);
    }

    void register(UUID id, byte[] register) {
        sql.change("update archive.disclosure set sealed = ? where id = ?", register, id);
    }

    void keepSecret(UUID id, byte[] register, LocalDate until) {
        sql.change("update archive.disclosure set sealed = ?, secret_until = ? where id = ?", register, until, id);
    }

    void sent(UUID parcel, UUID id, DisclosureView.Sent sent) {
        sql.change(
                "insert into archive.disclosure_parcel (id, disclosure_id, sha256, bytes, sent_at) values (?, ?, ?, ?, ?)",
                parcel,
                id,
                sent.sha256(),
                sent.bytes(),
                sent.at());
    }

    List<DisclosureView.Sent> sent(UUID id) {
        return sql.all(
                "select sha256, bytes, sent_at from archive.disclosure_parcel where disclosure_id = ? order by sent_at, id",
                row -> new DisclosureView.Sent(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                id);
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID packing = row.getObject(6, UUID.class);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                new Under(row.getObject(4, UUID.class), row.getBytes(5)),
                packing == null ? Optional.empty() : Optional.of(new Under(packing, row.getBytes(7))),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                new Steps(moment(row, 11), moment(row, 12), moment(row, 13)),
                Optional.ofNullable(row.getObject(14, LocalDate.class)));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
