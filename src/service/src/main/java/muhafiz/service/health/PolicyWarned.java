package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.amendment.Notices;
import muhafiz.service.policy.PolicyInForce;

/** A policy file that was changed on disk, where it is not obeyed; a change of the policy of which no page tells the public. */
@ApplicationScoped
class PolicyWarned implements Warned {
    private final PolicyInForce policies;
    private final Notices notices;

    @Inject
    PolicyWarned(PolicyInForce policies, Notices notices) {
        this.policies = policies;
        this.notices = notices;
    }

    @Override
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        if (policies.fileDiffers()) {
            warnings.add("policy-file-differs");
        }
        if (notices.isAnyUnseen()) {
            warnings.add("policy-notice-not-shown");
        }
        return warnings;
    }
}
