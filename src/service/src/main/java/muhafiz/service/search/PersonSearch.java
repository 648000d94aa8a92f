package muhafiz.service.search;

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

/** Finds the cases of a person, for staff who may know of them. */
@ApplicationScoped
public class PersonSearch {
    private final Gate gate;
    private final SearchTurn turn;

    @Inject
    PersonSearch(Gate gate, SearchTurn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /** Best first; nobody's and out of scope are both nothing. Never more than {@link SearchTurn#SHOWN}. */
    public List<PersonMatch> find(Caller caller, Sought sought, Why why) {
        if (!caller.isStaff()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "only staff search");
        }
        String purpose = gate.purpose(caller, Action.SEARCH, why);
        return turn.find(caller, sought, new Why(Optional.of(purpose), why.ref()));
    }
}
