package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.custody.BackupWatch;

/** Copies that are missing or too old: of the data and of the keys a night and two hours, a restore drill a quarter of a year. */
@ApplicationScoped
class BackupsWarned implements Warned {
    private static final Duration NIGHT = Duration.ofHours(26);
    private static final Duration QUARTER = Duration.ofDays(92);

    private final BackupWatch backups;
    private final InstantSource clock;

    @Inject
    BackupsWarned(BackupWatch backups, InstantSource clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        if (isOld(backups.newestData(), NIGHT)) {
            warnings.add("data-backup-old");
        }
        if (isOld(backups.newestKeys(), NIGHT)) {
            warnings.add("key-backup-old");
        }
        if (isOld(backups.newestDrill(), QUARTER)) {
            warnings.add("restore-drill-old");
        }
        return warnings;
    }

    private boolean isOld(Optional<Instant> newest, Duration most) {
        return newest.filter(clock.instant().minus(most)::isBefore).isEmpty();
    }
}
