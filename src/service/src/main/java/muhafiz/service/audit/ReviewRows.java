package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Reviews of the grants, and whose decision the grants are, within the caller's transaction. */
@ApplicationScoped
class ReviewRows {
    private final Statements sql;

    @Inject
    ReviewRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(UUID id, String by, String digest, Instant at) {
        sql.change(
                "insert into archive.grant_review (id, reviewed_by, digest, reviewed_at) values (?, ?, ?, ?)",
                id,
                by,
                HexFormat.of().parseHex(digest),
                at);
    }

    /** Who decided that version of the policy, which stands. */
    GrantRegister.Decided decided(int version) {
        Instant from = sql.one(
                "select in_force_from from archive.policy_version where version = ?",
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                version);
        List<GrantRegister.Approval> approvals = sql.all(
                "select role, approved_by, approved_at from archive.policy_approval where version = ? order by role",
                row -> new GrantRegister.Approval(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                version);
        return new GrantRegister.Decided(from, approvals);
    }

    /** When the last one was. */
    Optional<Instant> newest() {
        return sql
                .all(
                        "select reviewed_at from archive.grant_review order by reviewed_at desc limit 1",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .stream()
                .findFirst();
    }
}
