package muhafiz.service.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import muhafiz.service.fixity.Damage;
import muhafiz.service.fixity.FixityPatrol;

/**
 * The patrol in numbers: damaged documents by the copy that mends them, documents not seen within the period, bytes this node has read
 * since its start. A number that cannot be had now is {@code NaN}.
 */
@ApplicationScoped
class FixityMeters {
    private final FixityPatrol patrol;
    private final MeterRegistry registry;

    @Inject
    FixityMeters(FixityPatrol patrol, MeterRegistry registry) {
        this.patrol = patrol;
        this.registry = registry;
    }

    void begin(@Observes Startup startup) {
        for (Damage.Remedy remedy : Damage.Remedy.values()) {
            Tags bringBack = Tags.of("bring_back", remedy.code());
            registry.gauge(
                    "muhafiz.fixity.damaged",
                    bringBack,
                    patrol,
                    all -> all.waiting().getOrDefault(remedy, 0L));
        }
        registry.gauge("muhafiz.fixity.behind", Tags.empty(), patrol, FixityPatrol::behind);
        registry.gauge("muhafiz.fixity.read.bytes", Tags.empty(), patrol, FixityPatrol::bytesRead);
    }
}
