package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/** Changes a case. However it ends, it is an entry. */
@ApplicationScoped
class CaseActs {
    private final CaseTurn turn;

    @Inject
    CaseActs(CaseTurn turn) {
        this.turn = turn;
    }

    /**
     * An act upon a case.
     *
     * @param logged the action's word in the log
     * @param more sealed facts for the entry
     */
    record Deed(Action action, String logged, Map<String, String> more) {}

    /** @throws RefusedException what it is refused with, and what the change itself throws; nothing was changed then */
    void act(Caller caller, String number, Deed deed, Consumer<CaseFile> change) {
        Optional<RefusedException> decided;
        try {
            decided = turn.take(caller, number, deed, change);
        } catch (RefusedException refused) {
            turn.refused(caller, number, deed, refused.refusal());
            throw refused;
        }
        decided.ifPresent(refused -> {
            throw refused;
        });
    }
}
