package muhafiz.service.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import muhafiz.domain.document.Document;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectName;
import muhafiz.store.StoreRefusedException;

/** Has the store hold back a document's objects, in governance mode, until its life ends; where that day is known and there are locks. */
@ApplicationScoped
class Locks {
    private static final Logger LOG = System.getLogger(Locks.class.getName());

    private final PolicyInForce policies;
    private final ObjectDestroyer destroyer;
    private final InstantSource clock;

    @Inject
    Locks(PolicyInForce policies, ObjectDestroyer destroyer, InstantSource clock) {
        this.policies = policies;
        this.destroyer = destroyer;
        this.clock = clock;
    }

    /** A store that refuses is told of and does not stop the patrol: the lock is a second wall, the retention rule the first. */
    void lock(Document document) {
        try {
            document.end()
                    .date()
                    .map(day -> day.atStartOfDay(policies.policy().meta().timeZone())
                            .toInstant())
                    .filter(end -> end.isAfter(clock.instant()))
                    .ifPresent(end -> lock(document, end));
        } catch (StoreRefusedException e) {
            LOG.log(Level.WARNING, "document {0} cannot be locked: {1}", document.id(), e.getMessage());
        }
    }

    private void lock(Document document, Instant until) {
        for (int segment = 0; segment < document.content().segments(); segment++) {
            ObjectName name = new ObjectName(document.versionId(), DocumentSeal.ORIGINAL, segment);
            if (!destroyer.retain(name.toString(), until)) {
                return; // no locks here
            }
        }
    }
}
