package muhafiz.service.disposition;

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
import muhafiz.proof.tlog.SignedNote;
import muhafiz.service.config.Statements;
import muhafiz.service.disposition.Disposition.State;

/** Dispositions and their approvals, within the caller's transaction. */
@ApplicationScoped
class DispositionRows {
    private static final String COLUMNS = """
            id, as_of, at_once, copies_stated, policy_version, proposed_by, proposed_role, proposed_at, digest, state
            from archive.disposition""";

    private final Statements sql;

    @Inject
    DispositionRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(Disposition made, Collection<String> classes) {
        sql.change(
                """
                insert into archive.disposition (id, as_of, classes, at_once, copies_stated, policy_version,
                    proposed_by, proposed_role, proposed_at, digest, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                made.id(),
                made.asOf(),
                classes.toArray(String[]::new),
                made.isAtOnce(),
                made.areCopiesStated(),
                made.policyVersion(),
                made.proposed().user(),
                made.proposed().role(),
                made.proposed().at(),
                made.digest(),
                made.state().code());
    }

    Optional<Disposition> find(UUID id) {
        return sql.first("select " + COLUMNS + " where id = ?", DispositionRows::read, id);
    }

    /** The row held until the transaction ends. */
    Optional<Disposition> hold(UUID id) {
        return sql.first("select " + COLUMNS + " where id = ? for update", DispositionRows::read, id);
    }

    /** The disposition for which an order was given, its row held; empty where the order comes from elsewhere. */
    Optional<Disposition> holdOf(UUID order) {
        return sql.first(
                "select " + COLUMNS
                        + " where id = (select disposition_id from archive.disposition_item where order_id = ? limit 1)"
                        + " for update",
                DispositionRows::read,
                order);
    }

    void moveTo(UUID id, State state) {
        sql.change("update archive.disposition set state = ? where id = ?", state.code(), id);
    }

    void approve(UUID id, Approval approval) {
        sql.change(
                "insert into archive.disposition_approval (disposition_id, approved_by, role, approved_at) values (?, ?, ?, ?)",
                id,
                approval.user(),
                approval.role(),
                approval.at());
    }

    /** In the order in which they were given. */
    List<Approval> approvals(UUID id) {
        return sql.all("""
                select approved_by, role, approved_at from archive.disposition_approval
                where disposition_id = ? order by approved_at, approved_by""", row -> new Approval(row.getString(1), row.getString(2), moment(row, 3)), id);
    }

    /** An act and when it was issued. */
    record Issued(SignedNote note, Instant at) {}

    void issue(UUID id, Issued act) {
        sql.change(
                "update archive.disposition set act = ?, act_at = ? where id = ?",
                act.note().asText(),
                act.at(),
                id);
    }

    Optional<Issued> act(UUID id) {
        return sql.first(
                "select act, act_at from archive.disposition where id = ? and act is not null",
                row -> new Issued(SignedNote.parse(row.getString(1)), moment(row, 2)),
                id);
    }

    private static Disposition read(ResultSet row) throws SQLException {
        return new Disposition(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getInt(5),
                new Disposition.Proposer(row.getString(6), row.getString(7), moment(row, 8)),
                row.getString(9),
                State.of(row.getString(10)));
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
