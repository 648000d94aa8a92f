package muhafiz.service.amendment;

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

/** Whether the policy lets somebody act upon the policy itself. A refusal is an entry. */
@ApplicationScoped
class Mandate {
    private static final String PURPOSE = "P-LEGAL";

    private final Decider decider;
    private final Witness witness;

    @Inject
    Mandate(Decider decider, Witness witness) {
        this.decider = decider;
        this.witness = witness;
    }

    /**
     * The rule that lets the caller do it, leaving open who proposed what.
     *
     * @throws RefusedException {@code not-allowed}
     */
    String require(Caller caller, Action action) {
        AccessDecision decision = decide(caller, action, Set.of(Condition.NOT_THE_PROPOSER));
        if (decision.isAllowed()) {
            return decision.rule();
        }
        witness.write(entry(caller, Act.Outcome.denied(decision.rule()), Map.of("asked", action.word())));
        throw new RefusedException(Refusal.NOT_ALLOWED, "this role neither drafts nor approves the policy");
    }

    /** Whether the caller may do it though having proposed it. */
    boolean mayEvenWhoProposed(Caller caller, Action action) {
        return decide(caller, action, Set.of()).isAllowed();
    }

    private AccessDecision decide(Caller caller, Action action, Set<Condition> facts) {
        Asked asked = new Asked(action, Optional.empty(), Optional.empty(), Optional.of(PURPOSE), facts);
        return decider.decide(caller, asked);
    }

    /** An entry about the policy, under the month's key. */
    static Act entry(Caller caller, Act.Outcome outcome, Map<String, String> more) {
        String word = outcome.result().equals("done") ? "policy_change" : "denied";
        return new Act(caller, word, new Act.Ground(PURPOSE, ""), outcome, Act.About.NOBODY, more);
    }
}
