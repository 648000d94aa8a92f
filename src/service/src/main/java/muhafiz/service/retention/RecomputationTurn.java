package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.policy.Policy;
import muhafiz.service.config.Statements;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates.Computed;
import muhafiz.service.retention.Recomputation.Progress;

/** The transactions of a recomputation. */
@ApplicationScoped
class RecomputationTurn {
    private static final int CASES = 500;

    private final Statements sql;
    private final LifeRows rows;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    RecomputationTurn(DataSource database, PolicyInForce policies, InstantSource clock) {
        this.sql = new Statements(database);
        this.rows = new LifeRows(database);
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether it is new. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean add(int version) {
        return sql.change(
                        "insert into archive.recomputation (policy_version, begun_at) values (?, ?) on conflict do nothing",
                        version,
                        clock.instant())
                > 0;
    }

    /** The next cases; false where none is left. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean next(int version) {
        Policy policy = policies.policy();
        Optional<UUID> after = sql.first(
                "select after_case from archive.recomputation where policy_version = ? and finished_at is null for update",
                row -> row.getObject(1, UUID.class),
                version);
        if (after.isEmpty()) {
            return false;
        }
        List<UUID> cases = policy.version() == version ? rows.lockCases(after.get(), CASES) : List.of();
        if (cases.isEmpty()) {
            sql.change(
                    "update archive.recomputation set finished_at = ? where policy_version = ?",
                    clock.instant(),
                    version);
            return false;
        }
        note(version, EndDates.compute(rows, policy, cases), cases.get(cases.size() - 1));
        return true;
    }

    private void note(int version, Computed computed, UUID last) {
        sql.change("""
                update archive.recomputation set after_case = ?, documents = documents + ?, moved = moved + ?
                where policy_version = ?""", last, computed.documents(), computed.moved(), version);
    }

    @Transactional
    public Optional<Progress> progress(int version) {
        return sql.first(
                "select documents, moved, finished_at is not null from archive.recomputation where policy_version = ?",
                row -> new Progress(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                version);
    }
}
