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

/** Puts on record which policy this node obeys from its start on; at the first start the file becomes the first version with it. */
@ApplicationScoped
class PolicyTaken {
    private final PolicyInForce policies;
    private final AccessLog log;

    @Inject
    PolicyTaken(PolicyInForce policies, AccessLog log) {
        this.policies = policies;
        this.log = log;
    }

    @Transactional
    public void inForce() {
        policies.takeFirst();
        Policy policy = policies.policy();
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "policy_change",
                Act.Ground.NONE,
                Act.Outcome.done("archive.policy-taken"),
                Act.About.NOBODY,
                Map.of("version", Integer.toString(policy.version()), "sha256", policy.sha256())));
    }
}
