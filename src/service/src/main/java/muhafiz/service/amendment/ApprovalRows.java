package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Approvals of drafts, in the caller's transaction. */
@ApplicationScoped
class ApprovalRows {
    private final Statements sql;

    @Inject
    ApprovalRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Of a version, in the order of the roles. */
    List<Approval> of(int version) {
        return sql.all(
                """
                select role, sha256, approved_by, approved_at from archive.policy_approval
                where version = ? order by role""",
                row -> new Approval(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                version);
    }

    /** One for each role; the first stays. */
    void add(int version, Approval approval) {
        sql.change("""
                insert into archive.policy_approval (version, role, sha256, approved_by, approved_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""", version, approval.role(), approval.sha256(), approval.by(), approval.at());
    }

    /**
     * An approval.
     *
     * @param role for which it counts
     * @param sha256 of the draft that was approved
     * @param by the account
     */
    record Approval(String role, String sha256, String by, Instant at) {}
}
