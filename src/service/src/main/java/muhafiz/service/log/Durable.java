package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Tells a call that an entry about it is durable: only once its transaction has committed. */
@ApplicationScoped
class Durable {
    /** @see AccessLog#write */
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Act written) {
        written.caller().request().nowOnRecord();
    }
}
