package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import muhafiz.service.caller.Caller;

/** Writes an entry about an attempt that changed nothing else, in a transaction of its own, durable on return. */
@ApplicationScoped
public class Witness {
    private final AccessLog log;

    @Inject
    Witness(AccessLog log) {
        this.log = log;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Logged> write(Act act) {
        return log.write(act);
    }

    /**
     * The last resort: a refusal that no step of the act has put on record, such as a form that cannot be read, becomes an entry.
     *
     * @param code the contract's code of the refusal
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(Caller caller, String code) {
        if (!caller.request().isOnRecord()) {
            log.write(new Act(caller, "denied", Act.Ground.NONE, Act.Outcome.failed(code), Act.About.NOBODY, Map.of()));
        }
    }
}
