package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** When the newest copies were made, and when a restore was last tried and passed. Safe for all threads. */
@ApplicationScoped
@Transactional
public class BackupWatch {
    private final BackupRows rows;

    @Inject
    BackupWatch(BackupRows rows) {
        this.rows = rows;
    }

    /** Of the data: a data dump or a physical backup. */
    public Optional<Instant> newestData() {
        return rows.newest("data", "physical");
    }

    /** Of the keys: a key dump or a physical backup. */
    public Optional<Instant> newestKeys() {
        return rows.newest("key", "physical");
    }

    /** A restore that was tried aside and passed. */
    public Optional<Instant> newestDrill() {
        return rows.newest("drill");
    }
}
