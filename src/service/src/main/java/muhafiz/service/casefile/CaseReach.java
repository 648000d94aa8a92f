package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Actor;
import muhafiz.domain.access.Reach;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.policy.PolicyInForce;

/**
 * Which cases a caller may know of, as a condition of the database's: the grants of the policy in force for the purpose, with class, unit,
 * assignment and named case. Never wider than the grants; a case so found is still asked about by itself, since prohibitions and restrictions
 * are not in it.
 */
@ApplicationScoped
public class CaseReach {
    private final PolicyInForce policies;
    private final CaseLookup lookup;

    @Inject
    CaseReach(PolicyInForce policies, CaseLookup lookup) {
        this.policies = policies;
        this.lookup = lookup;
    }

    /**
     * @param why its purpose is stated; its reference may name a case
     * @return a condition that no case meets, where nothing is granted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Within of(Caller caller, Action action, Why why) {
        return of(caller, action, why, Set.of());
    }

    /** The same with conditions that hold besides of every case, such as that the person stands at the checkpoint. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Within of(Caller caller, Action action, Why why, Set<Condition> besides) {
        Optional<String> unit = Optional.of(caller.unit()).filter(id -> !id.isEmpty());
        Actor actor = new Actor(Set.of(caller.role()), unit);
        Optional<UUID> named = why.ref().flatMap(lookup::find).map(CaseFile::id);
        return AccessDecisions.reach(
                        policies.policy(), actor, action, why.purpose().orElse(""))
                .stream()
                .filter(reach -> reach.kinds().isEmpty())
                .map(reach -> within(reach, caller, new Stated(why.ref().isPresent(), named, besides)))
                .reduce(Within.NONE, Within::or);
    }

    /** @param hasReference whether any reference was stated, of whatever */
    private record Stated(boolean hasReference, Optional<UUID> caseId, Set<Condition> besides) {}

    private static Within within(Reach reach, Caller caller, Stated stated) {
        Object classes = reach.classes().toArray(String[]::new);
        Within within = new Within("c.record_class = any(?)", List.of(classes));
        Set<Condition> open = EnumSet.noneOf(Condition.class);
        open.addAll(reach.when());
        open.removeAll(CaseFacts.ofCaller(caller));
        open.removeAll(stated.besides());
        for (Condition condition : open) {
            within = narrowed(within, condition, caller, stated);
        }
        return within;
    }

    private static Within narrowed(Within within, Condition condition, Caller caller, Stated stated) {
        return switch (condition) {
            case PURPOSE_STATED, NOT_RESTRICTED, NOT_THE_PROPOSER -> within;
            case OWN_UNIT -> CaseFacts.isOfEveryUnit(caller) ? within : within.and("c.unit = ?", caller.unit());
            case ASSIGNED_CASE, SUBJECT_IN_CUSTODY_OR_ASSIGNED -> within.and("c.officer = ?", caller.user());
            case REQUEST_OR_AUDIT_NUMBER -> stated.hasReference() ? within : Within.NONE;
            case CASE_NUMBER ->
                stated.caseId().map(id -> within.and("c.id = ?", id)).orElse(Within.NONE);
            default -> Within.NONE;
        };
    }
}
