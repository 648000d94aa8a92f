package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.policy.PolicyRows;
import muhafiz.service.retention.Recomputation;

/**
 * A published version whose day has come: every node obeys it by then, and one of them, once, puts it on record and has every end computed
 * anew.
 */
@ApplicationScoped
public class TakingEffect {
    private final PolicyInForce policies;
    private final PolicyRows rows;
    private final Recomputation recomputation;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    TakingEffect(
            PolicyInForce policies,
            PolicyRows rows,
            Recomputation recomputation,
            AccessLog log,
            InstantSource clock) {
        this.policies = policies;
        this.rows = rows;
        this.recomputation = recomputation;
        this.log = log;
        this.clock = clock;
    }

    /** Looks whether a version has begun since the last look. Safe to repeat, for all nodes. */
    @Transactional
    public void look() {
        policies.follow();
        rows.begun(clock.instant()).forEach(this::tell);
    }

    private void tell(int version) {
        Policy policy = policies.version(version).orElseThrow();
        recomputation.begin(version);
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "policy_change",
                Act.Ground.NONE,
                Act.Outcome.done("archive.policy-in-force"),
                Act.About.NOBODY,
                Map.of("what", "in force", "version", Integer.toString(version), "sha256", policy.sha256())));
    }
}
