package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import muhafiz.domain.document.RemainingCiphertext;
import muhafiz.store.Deletion;
import muhafiz.store.ObjectDestroyer;

/**
 * Takes objects out of the bucket. What the store will not delete yet is remembered, with its date, and asked for again when that has
 * come. Safe for all threads.
 */
@ApplicationScoped
public class Removal {
    private static final Logger LOG = System.getLogger(Removal.class.getName());

    private final ObjectDestroyer destroyer;
    private final RemainingRows remaining;
    private final InstantSource clock;

    @Inject
    Removal(ObjectDestroyer destroyer, RemainingRows remaining, InstantSource clock) {
        this.destroyer = destroyer;
        this.remaining = remaining;
        this.clock = clock;
    }

    /** Removes the object with all its versions, or says until when its ciphertext remains. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Deletion remove(String name) {
        Deletion deletion = destroyer.delete(name);
        if (deletion instanceof Deletion.Remains remains) {
            remaining.remember(new RemainingCiphertext(name, clock.instant(), remains.until()));
            LOG.log(
                    Level.WARNING,
                    "object {0}: ciphertext remains until {1}",
                    name,
                    remains.until().map(Object::toString).orElse("its lock is lifted"));
        }
        return deletion;
    }

    /** Asks again for what the store may give up by now. @return how many objects are gone */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int sweep() {
        int gone = 0;
        for (String name : remaining.due(clock.instant())) {
            if (remove(name) instanceof Deletion.Gone) {
                remaining.forget(name);
                gone++;
            }
        }
        return gone;
    }
}
