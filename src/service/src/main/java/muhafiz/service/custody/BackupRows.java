package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The backups that hold the key ring, in the caller's transaction. */
@ApplicationScoped
class BackupRows {
    private final EntityManager database;

    @Inject
    BackupRows(EntityManager database) {
        this.database = database;
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
