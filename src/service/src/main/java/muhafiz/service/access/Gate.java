package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/**
 * The contract's questions that need no look-up, in its order: is a purpose stated, is the reference stated that every grant for it
 * needs, does the role have the purpose at all. Each refusal is an entry.
 */
@ApplicationScoped
public class Gate {
    private final PolicyInForce policies;
    private final Witness witness;

    @Inject
    Gate(PolicyInForce policies, Witness witness) {
        this.policies = policies;
        this.witness = witness;
    }

    /** The stated purpose, once it may be stated by this caller for this action. */
    public String purpose(Caller caller, Action action, Why why) {
        Policy policy = policies.policy();
        if (why.purpose().isEmpty()) {
            throw refused(caller, action, why, new No(Refusal.PURPOSE_REQUIRED, "state a purpose of the policy"));
        }
        String purpose = why.purpose().get();
        if (why.ref().isEmpty() && AccessDecisions.needsReference(policy, List.of(caller.role()), purpose, action)) {
            No no = new No(Refusal.REF_REQUIRED, "state the case, request or audit number (ref)");
            throw refused(caller, action, why, no);
        }
        if (!AccessDecisions.purposeGranted(policy, List.of(caller.role()), purpose)) {
            No no = new No(Refusal.PURPOSE_NOT_GRANTED, "this role has no such purpose");
            throw refused(caller, action, why, no);
        }
        return purpose;
    }

    private record No(Refusal refusal, String detail) {}

    private RefusedException refused(Caller caller, Action action, Why why, No no) {
        Optional<String> known =
                why.purpose().filter(id -> policies.policy().purpose(id).isPresent());
        witness.write(new Act(
                caller,
                "denied",
                new Act.Ground(known.orElse(""), ""),
                Act.Outcome.denied("gate." + no.refusal().code()),
                Act.About.NOBODY,
                Map.of("asked", action.word())));
        return new RefusedException(no.refusal(), no.detail());
    }
}
