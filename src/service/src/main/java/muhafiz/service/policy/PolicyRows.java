package muhafiz.service.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import muhafiz.domain.policy.Policy;
import muhafiz.service.config.Statements;

/** The versions' rows, in the caller's transaction. */
@ApplicationScoped
public class PolicyRows {
    private static final String COLUMNS = "select version, sha256, drafted_by, drafted_at, published_at, in_force_from";

    private final Statements sql;

    @Inject
    PolicyRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Every version, drafts too, newest first. */
    public List<VersionRow> all() {
        return sql.all(COLUMNS + " from archive.policy_version order by version desc", PolicyRows::row);
    }

    /** The versions that are, were or will be in force, in the order in which they become so. */
    List<VersionRow> standing() {
        return sql.all(
                COLUMNS + " from archive.policy_version where in_force_from is not null order by in_force_from",
                PolicyRows::row);
    }

    public Optional<VersionRow> find(int version) {
        return sql.first(COLUMNS + " from archive.policy_version where version = ?", PolicyRows::row, version);
    }

    /** The text of a version. */
    public Optional<String> yaml(int version) {
        return sql.first("select yaml from archive.policy_version where version = ?", row -> row.getString(1), version);
    }

    /** The first version, in force from now on; does nothing where another node has taken one. */
    void takeFirst(Policy first, String yaml, Instant now) {
        hold();
        sql.change("""
                insert into archive.policy_version
                    (version, sha256, yaml, drafted_by, drafted_at, published_at, in_force_from, took_effect_at)
                select ?, ?, ?, 'muhafiz', t.now, case when ? then t.now end, t.now, t.now
                from (select cast(? as timestamptz) as now) t
                where not exists (select from archive.policy_version where in_force_from is not null)""", first.version(), first.sha256(), yaml, first.published(), now);
    }

    /** From now until the transaction ends nobody else drafts, takes or publishes a version. */
    public void hold() {
        sql.first("select pg_advisory_xact_lock(hashtext('archive.policy_version'))", row -> true);
    }

    /** A draft; one of the same number that does not stand goes, with its approvals. */
    public void putDraft(Policy draft, String yaml, String by, Instant now) {
        sql.change("delete from archive.policy_version where version = ?", draft.version());
        sql.change("""
                insert into archive.policy_version (version, sha256, yaml, drafted_by, drafted_at)
                values (?, ?, ?, ?, ?)""", draft.version(), draft.sha256(), yaml, by, now);
    }

    /** The draft stands from now on, and is in force from that moment. */
    public void publish(int version, Instant now, Instant inForceFrom) {
        sql.change(
                "update archive.policy_version set published_at = ?, in_force_from = ? where version = ?",
                now,
                inForceFrom,
                version);
    }

    /** Versions that are in force by now and of which nobody has said so yet; the caller says so. */
    public List<Integer> begun(Instant now) {
        return sql.all("""
                update archive.policy_version set took_effect_at = ?
                where took_effect_at is null and in_force_from <= ? returning version""", row -> row.getInt(1), now, now);
    }

    /** How many documents are held of each class. */
    public Map<String, Long> documentsByClass() {
        Map<String, Long> counts = new TreeMap<>();
        sql.all(
                "select record_class, count(*) from archive.document where archive.whole_sight() group by record_class",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    static Optional<Instant> maybeMoment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static VersionRow row(ResultSet row) throws SQLException {
        return new VersionRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                maybeMoment(row, 5),
                maybeMoment(row, 6));
    }
}
