package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** Finds a case by its exact number, for staff who may know of it. */
@ApplicationScoped
public class CaseSearch {
    private final Gate gate;
    private final CaseDesk desk;

    @Inject
    CaseSearch(Gate gate, CaseDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    /** The matches the caller may know of; unknown and out of scope are both none. */
    public List<Match> byNumber(Caller caller, String number, Why why) {
        if (!caller.isStaff()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "only staff search");
        }
        String purpose = gate.purpose(caller, Action.SEARCH, why);
        return desk.search(caller, number, new Why(Optional.of(purpose), why.ref()));
    }
}
