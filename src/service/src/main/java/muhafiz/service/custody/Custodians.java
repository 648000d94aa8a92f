package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/** Whether the policy lets this caller touch the keys. */
@ApplicationScoped
class Custodians {
    private final Decider decider;
    private final Witness witness;

    @Inject
    Custodians(Decider decider, Witness witness) {
        this.decider = decider;
        this.witness = witness;
    }

    /**
     * The rule by which the caller may do this, where the condition holds.
     *
     * @throws RefusedException {@code not-allowed}, once that is on record
     */
    String ruleFor(Caller caller, Action action, Condition condition) {
        AccessDecision decision = decider.decide(
                caller,
                new Asked(
                        action,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(KeyRotation.PURPOSE),
                        Set.of(condition)));
        if (!decision.isAllowed()) {
            witness.write(new Act(
                    caller,
                    "denied",
                    new Act.Ground(KeyRotation.PURPOSE, ""),
                    Act.Outcome.denied(decision.rule()),
                    Act.About.NOBODY,
                    Map.of()));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role has no say over the keys");
        }
        return decision.rule();
    }
}
