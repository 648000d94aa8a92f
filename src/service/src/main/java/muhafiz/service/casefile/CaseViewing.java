package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** Shows a case: status, dates and checklist to its owner and the portal; the rest to staff who state a purpose. */
@ApplicationScoped
public class CaseViewing {
    private final Gate gate;
    private final CaseDesk desk;

    @Inject
    CaseViewing(Gate gate, CaseDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    /** The case as this caller may see it; the entry is durable before it is shown. */
    public CaseView view(Caller caller, String number, Why why) {
        if (!caller.isStaff()) {
            return shown(desk.status(caller, number));
        }
        String purpose = gate.purpose(caller, Action.READ_META, why);
        CaseDesk.Look look = desk.whole(caller, number, new Why(Optional.of(purpose), why.ref()));
        look.restriction().ifPresent(restriction -> {
            throw RestrictedFile.refusal(restriction);
        });
        return shown(look.view());
    }

    private static CaseView shown(Optional<CaseView> view) {
        return view.orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such application"));
    }
}
