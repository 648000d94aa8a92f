package muhafiz.service.wall;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Actor;
import muhafiz.domain.access.Reach;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;

/**
 * The classes of which a role may know cases at all, by any of its grants and for any purpose: never narrower than what the decision
 * allows of lists. What a grant ties to one named case, number, person or subject is not in it; such cases are named.
 *
 * @param everywhere of every unit
 * @param inUnit of the caller's own unit
 * @param assigned of the cases that are assigned to the caller
 */
record Sight(Set<String> everywhere, Set<String> inUnit, Set<String> assigned) {
    static final Sight NONE = new Sight(Set.of(), Set.of(), Set.of());

    /** Conditions that hold of the caller, the call or the item, and leave no row out. */
    private static final Set<Condition> NOT_OF_ROWS = EnumSet.of(
            Condition.PURPOSE_STATED,
            Condition.NOT_RESTRICTED,
            Condition.NOT_THE_PROPOSER,
            Condition.REQUEST_OR_AUDIT_NUMBER,
            Condition.REQUEST_NUMBER,
            Condition.SUBJECT_IDENTITY_VERIFIED,
            Condition.SUBJECT_PRESENT,
            Condition.SUBJECT_AT_CHECKPOINT,
            Condition.HIT_NO_HIT_FIRST,
            Condition.COMPARTMENT_ASYLUM,
            Condition.COMPARTMENT_BIOMETRIC,
            Condition.COMPARTMENT_DETENTION,
            Condition.COMPARTMENT_MEDICAL);

    private static final Set<Condition> OF_THE_OFFICER =
            EnumSet.of(Condition.ASSIGNED_CASE, Condition.SUBJECT_IN_CUSTODY_OR_ASSIGNED);

    Sight {
        everywhere = Set.copyOf(everywhere);
        inUnit = Set.copyOf(inUnit);
        assigned = Set.copyOf(assigned);
    }

    /** @param ofEveryUnit whether every unit is the caller's own (policy ORG-3) */
    static Sight of(Policy policy, Actor actor, boolean ofEveryUnit) {
        Set<String> everywhere = new TreeSet<>();
        Set<String> inUnit = new TreeSet<>();
        Set<String> assigned = new TreeSet<>();
        for (Reach reach : AccessDecisions.reach(policy, actor)) {
            Set<Condition> narrowing = EnumSet.noneOf(Condition.class);
            narrowing.addAll(reach.when());
            narrowing.removeAll(NOT_OF_ROWS);
            if (ofEveryUnit) {
                narrowing.remove(Condition.OWN_UNIT);
            }
            if (narrowing.isEmpty()) {
                everywhere.addAll(reach.classes());
            } else if (narrowing.equals(Set.of(Condition.OWN_UNIT))) {
                inUnit.addAll(reach.classes());
            } else if (isOfOfficer(narrowing)) {
                assigned.addAll(reach.classes());
            }
        }
        return new Sight(everywhere, inUnit, assigned);
    }

    private static boolean isOfOfficer(Collection<Condition> narrowing) {
        return narrowing.stream()
                .allMatch(condition -> condition == Condition.OWN_UNIT || OF_THE_OFFICER.contains(condition));
    }
}
