package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Actor;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Condition;
import muhafiz.service.access.Decider;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.hold.HoldDesk.Asked;
import muhafiz.service.policy.PolicyInForce;

/** Asks the policy about holds and restrictions. */
@ApplicationScoped
class HoldRights {
    private final Decider decider;
    private final PolicyInForce policies;
    private final CaseRows cases;

    @Inject
    HoldRights(Decider decider, PolicyInForce policies, CaseRows cases) {
        this.decider = decider;
        this.policies = policies;
        this.cases = cases;
    }

    /** Whether any grant lets this role do this for this purpose at all: asked before anything is looked up. */
    boolean isEverGranted(Asked asked) {
        Actor actor = new Actor(Set.of(asked.caller().role()), Optional.empty());
        return !AccessDecisions.reach(policies.policy(), actor, asked.action(), asked.purpose())
                .isEmpty();
    }

    /** The rule that allows it for every one of these classes; empty where one of them is out of reach. */
    Optional<String> rule(Asked asked, Set<String> classes) {
        Optional<String> rule = Optional.empty();
        for (String recordClass : classes) {
            AccessDecision decision = decider.decide(asked.caller(), question(asked, recordClass));
            if (!decision.isAllowed()) {
                return Optional.empty();
            }
            rule = Optional.of(decision.rule());
        }
        return rule;
    }

    /** The rule that allows it for all of these cases; empty where one of them is out of reach, or there is none. */
    Optional<String> ruleFor(Asked asked, Set<UUID> files) {
        return rule(
                asked,
                files.stream()
                        .flatMap(id -> cases.find(id).stream())
                        .map(CaseFile::recordClass)
                        .collect(Collectors.toSet()));
    }

    private static muhafiz.service.access.Asked question(Asked asked, String recordClass) {
        Set<Condition> facts = asked.ref().isPresent() ? Set.of(Condition.REQUEST_OR_AUDIT_NUMBER) : Set.of();
        return new muhafiz.service.access.Asked(
                asked.action(), Optional.of(recordClass), Optional.empty(), Optional.of(asked.purpose()), facts);
    }
}
