package muhafiz.service.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import muhafiz.service.custody.BackupWatch;

/** Ages of the newest copies and of the last passed restore drill, in seconds, on {@code /metrics}; {@code NaN} where there is none. */
@ApplicationScoped
class BackupMeters {
    private final BackupWatch backups;
    private final InstantSource clock;
    private final MeterRegistry registry;

    @Inject
    BackupMeters(BackupWatch backups, InstantSource clock, MeterRegistry registry) {
        this.backups = backups;
        this.clock = clock;
        this.registry = registry;
    }

    void begin(@Observes Startup startup) {
        publish("muhafiz.backup.data.age.seconds", BackupWatch::newestData);
        publish("muhafiz.backup.keys.age.seconds", BackupWatch::newestKeys);
        publish("muhafiz.restore.drill.age.seconds", BackupWatch::newestDrill);
    }

    private void publish(String name, Function<BackupWatch, Optional<Instant>> newest) {
        registry.gauge(name, Tags.empty(), backups, watch -> Age.of(newest.apply(watch), clock));
    }
}
