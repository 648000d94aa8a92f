package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Situation;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;

/** Asks the policy about requests. */
@ApplicationScoped
class RequestRights {
    static final String PURPOSE = "P-RIGHTS";

    /** The rule by which number and code let their holder lodge a request (policy, {@code identity_check.levels}). */
    private static final String BY_CODE = "identity.L0";

    /** What the register of requests is there for; the purposes of files are not. */
    private static final Set<String> OF_REQUESTS = Set.of(PURPOSE, "P-OVERSIGHT");

    private final Decider decider;
    private final PolicyInForce policies;

    @Inject
    RequestRights(Decider decider, PolicyInForce policies) {
        this.decider = decider;
        this.policies = policies;
    }

    /** The rule by which the caller lodges a request; a refusal where there is none. */
    AccessDecision mayLodge(Caller caller) {
        boolean byCode = caller.isOwner()
                && policies.policy()
                        .identityLevel("L0")
                        .filter(level -> level.gives().contains(Action.LODGE_REQUEST.word()))
                        .isPresent();
        return byCode ? new AccessDecision.Allowed(BY_CODE) : decide(caller, Action.OPEN_REQUEST, PURPOSE, Set.of());
    }

    /** Of one named request: its number is the reference that the grant may want. */
    AccessDecision may(Caller caller, Action action, String purpose) {
        if (!OF_REQUESTS.contains(purpose)) {
            return new AccessDecision.Denied(AccessDecisions.DEFAULT_DENY);
        }
        return decide(caller, action, purpose, Set.of(Condition.REQUEST_OR_AUDIT_NUMBER, Condition.REQUEST_NUMBER));
    }

    /** The register itself is seen by whoever may open requests by themselves, without standing at a counter. */
    AccessDecision mayList(Caller caller, String purpose) {
        AccessDecision decides = may(caller, Action.DECIDE_REQUEST, purpose);
        return decides.isAllowed() || !OF_REQUESTS.contains(purpose)
                ? decides
                : decide(caller, Action.SEARCH, purpose, Set.of());
    }

    /** Of a document that reveals a minor's secret of origin; the rule by which it is not let out. */
    AccessDecision mayReveal(Caller caller, Document document) {
        return decider.decide(
                caller,
                new Asked(
                        Action.RELEASE_TO_SUBJECT,
                        Optional.of(document.recordClass()),
                        Optional.of(document.kind()),
                        Optional.of(PURPOSE),
                        Set.of(),
                        Set.of(Situation.REVEALS_SECRET_OF_ORIGIN_OF_MINOR),
                        Optional.empty()));
    }

    private AccessDecision decide(Caller caller, Action action, String purpose, Set<Condition> more) {
        Set<Condition> facts = EnumSet.noneOf(Condition.class);
        facts.addAll(more);
        if (caller.isPortal()) {
            facts.add(Condition.AUTHENTICATED_CLIENT);
        }
        if (caller.role().equals(Caller.RECEPTION)) {
            facts.add(Condition.SUBJECT_PRESENT);
        }
        if (isOfTheOwner(caller)) {
            facts.add(Condition.OWN_UNIT);
        }
        return decider.decide(
                caller,
                new Asked(
                        action, Optional.of(RequestText.RECORD_CLASS), Optional.empty(), Optional.of(purpose), facts));
    }

    private boolean isOfTheOwner(Caller caller) {
        Policy policy = policies.policy();
        return policy.unit(caller.unit())
                .filter(unit -> policy.recordClass(RequestText.RECORD_CLASS)
                        .filter(known -> known.owner().equals(unit.group()))
                        .isPresent())
                .isPresent();
    }
}
