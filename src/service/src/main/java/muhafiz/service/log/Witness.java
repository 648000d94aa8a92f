package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

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
}
