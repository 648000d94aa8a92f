package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates.Computed;
import muhafiz.service.retention.Recomputation.Progress;

/** The transactions of a recomputation. */
@ApplicationScoped
class RecomputationTurn {
    private static final int CASES = 1000;

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

    /** The next cases; none where all are done, or another version is in force by now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> next(int version) {
        Optional<UUID> after = sql.first(
                "select after_case from archive.recomputation where policy_version = ? and finished_at is null for update",
                row -> row.getObject(1, UUID.class),
                version);
        List<UUID> cases = after.filter(any -> policies.policy().version() == version)
                .map(last -> rows.nextCases(last, CASES))
                .orElse(List.of());
        if (cases.isEmpty()) {
            sql.change(
                    "update archive.recomputation set finished_at = ? where policy_version = ? and finished_at is null",
                    clock.instant(),
                    version);
        }
        return cases;
    }

    /** Computes the ends of these cases; may be repeated. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Computed compute(List<UUID> cases) {
        return EndDates.compute(rows, policies.policy(), cases);
    }

    /** Notes what was done up to this case; nothing where somebody has noted as much. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(int version, Computed computed, UUID last) {
        sql.change("""
                update archive.recomputation set after_case = ?, documents = documents + ?, moved = moved + ?
                where policy_version = ? and after_case < ?""", last, computed.documents(), computed.moved(), version, last);
    }

    @Transactional
    public Optional<Progress> progress(int version) {
        return sql.first(
                "select documents, moved, finished_at is not null from archive.recomputation where policy_version = ?",
                row -> new Progress(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                version);
    }
}
