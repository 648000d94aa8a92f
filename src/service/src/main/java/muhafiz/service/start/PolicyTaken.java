package muhafiz.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Recomputation;

/** Puts on record which policy this node obeys from its start on; of a version that is new here, every end is computed anew. */
@ApplicationScoped
class PolicyTaken {
    private final PolicyInForce policies;
    private final Witness witness;
    private final Recomputation recomputation;

    @Inject
    PolicyTaken(PolicyInForce policies, Witness witness, Recomputation recomputation) {
        this.policies = policies;
        this.witness = witness;
        this.recomputation = recomputation;
    }

    void inForce() {
        Policy policy = policies.policy();
        recomputation.begin(policy.version());
        witness.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "policy_change",
                Act.Ground.NONE,
                Act.Outcome.done("archive.policy-taken"),
                Act.About.NOBODY,
                Map.of("version", Integer.toString(policy.version()), "sha256", policy.sha256())));
    }
}
