package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Forgets request names whose 24 hours have passed. */
@ApplicationScoped
public class ExpiredRepeats {
    private final EntityManager database;
    private final InstantSource clock;

    @Inject
    ExpiredRepeats(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return how many were forgotten */
    @Transactional
    public int sweep() {
        return database.createNativeQuery("delete from archive.idempotency where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
