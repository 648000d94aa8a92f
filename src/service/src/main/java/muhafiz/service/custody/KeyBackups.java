package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import muhafiz.service.keys.Rotation;

/** Whether there are copies of the key ring that can still be used: those whose newest epoch has a living root. */
@ApplicationScoped
@Transactional
public class KeyBackups {
    private final BackupRows rows;
    private final Rotation rotation;

    @Inject
    KeyBackups(BackupRows rows, Rotation rotation) {
        this.rows = rows;
        this.rotation = rotation;
    }

    /** Whether there is one that is of use now, and none that would be after one more rotation. */
    public boolean nextRotationEndsTheLast() {
        return rows.epochs().stream().anyMatch(rotation::isAlive)
                && rows.epochs().stream().noneMatch(rotation::survivesNext);
    }
}
