package muhafiz.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Recomputation;

/**
 * Puts on record which policy this node obeys from its start on; at the first start the file becomes the first version with it, and of a
 * version that is new here every end is computed anew.
 */
@ApplicationScoped
class PolicyTaken {
    private final PolicyInForce policies;
    private final AccessLog log;
    private final Recomputation recomputation;

    @Inject
    PolicyTaken(PolicyInForce policies, AccessLog log, Recomputation recomputation) {
        this.policies = policies;
        this.log = log;
        this.recomputation = recomputation;
    }

    @Transactional
    public void inForce() {
        policies.takeFirst();
        Policy policy = policies.policy();
        recomputation.follow();
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "policy_change",
                Act.Ground.NONE,
                Act.Outcome.done("archive.policy-taken"),
                Act.About.NOBODY,
                Map.of("version", Integer.toString(policy.version()), "sha256", policy.sha256())));
    }
}
