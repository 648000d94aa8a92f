package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import muhafiz.service.policy.PolicyInForce;

/** Which rules may destroy: those whose period somebody with authority stands behind. */
@ApplicationScoped
class ConfirmedPeriods {
    private final PolicyInForce policies;

    @Inject
    ConfirmedPeriods(PolicyInForce policies) {
        this.policies = policies;
    }

    /** @param recordClass one that the policy does not know may destroy nothing */
    boolean mayDestroy(String recordClass) {
        return policies.policy()
                .recordClass(recordClass)
                .filter(found -> found.retention().isConfirmed())
                .isPresent();
    }
}
