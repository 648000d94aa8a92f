package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The backups that hold the key ring, in the caller's transaction. */
@ApplicationScoped
class BackupRows {
    private final EntityManager database;

    @Inject
    BackupRows(EntityManager database) {
        this.database = database;
    }

    /** When the newest of these kinds was made. */
    Optional<Instant> newest(String... kinds) {
        List<?> newest = database.createNativeQuery(
                        "select made_at from archive.backup where kind in :kinds order by made_at desc limit 1",
                        Instant.class)
                .setParameter("kinds", List.of(kinds))
                .getResultList();
        return newest.stream().findFirst().map(Instant.class::cast);
    }

    /** The newest epoch in each. */
    List<Long> epochs() {
        List<?> epochs = database.createNativeQuery(
                        "select distinct newest_epoch from archive.backup where kind in ('key', 'physical')",
                        Long.class)
                .getResultList();
        return epochs.stream().map(Long.class::cast).toList();
    }
}
