package muhafiz.service.casefile;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Condition;
import muhafiz.service.caller.Caller;

/** Which of the policy's conditions hold between a caller and a case. What cannot be shown does not hold. */
final class CaseFacts {
    private static final String REFUGEE = "refugee_officer";
    private static final String DETENTION = "detention_officer";
    private static final String MEDICAL = "medical_officer";

    private CaseFacts() {}

    /** What holds of the caller alone, whatever the case. */
    static Set<Condition> ofCaller(Caller caller) {
        Set<Condition> facts = EnumSet.noneOf(Condition.class);
        if (caller.isPortal()) {
            facts.add(Condition.AUTHENTICATED_CLIENT);
            facts.add(Condition.WRITE_ONLY_CONTENT);
        }
        switch (caller.role()) {
            case REFUGEE -> facts.addAll(Set.of(Condition.COMPARTMENT_ASYLUM, Condition.COMPARTMENT_BIOMETRIC));
            case DETENTION -> facts.add(Condition.COMPARTMENT_DETENTION);
            case MEDICAL -> facts.add(Condition.COMPARTMENT_MEDICAL);
            case Caller.RECEPTION -> facts.add(Condition.SUBJECT_PRESENT);
            default -> {}
        }
        return facts;
    }

    /** What holds between the caller and this case, with the number the caller named. */
    static Set<Condition> between(Caller caller, CaseFile file, Reference reference) {
        Set<Condition> facts = ofCaller(caller);
        // Acts upon a case itself are proposed by nobody; acts of two persons are asked about where they are proposed.
        facts.add(Condition.NOT_THE_PROPOSER);
        if (isOwnUnit(caller, file.unit())) {
            facts.add(Condition.OWN_UNIT);
        }
        if (file.isAssignedTo(caller.user())) {
            facts.add(Condition.ASSIGNED_CASE);
            facts.add(Condition.SUBJECT_IN_CUSTODY_OR_ASSIGNED);
        }
        if (reference.ref().isPresent()) {
            facts.add(Condition.REQUEST_OR_AUDIT_NUMBER);
        }
        if (reference.namesThisCase()) {
            facts.add(Condition.CASE_NUMBER);
        }
        return facts;
    }

    /**
     * What the caller stated.
     *
     * @param ref the number named, if any
     * @param namesThisCase whether that number is this case's
     */
    record Reference(Optional<String> ref, boolean namesThisCase) {}

    /** Reception belongs to no unit that owns cases: it takes in for all of them (policy ORG-3). */
    static boolean isOwnUnit(Caller caller, String unit) {
        return isOfEveryUnit(caller) || caller.unit().equals(unit);
    }

    static boolean isOfEveryUnit(Caller caller) {
        return caller.role().equals(Caller.RECEPTION);
    }
}
