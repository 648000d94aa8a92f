package muhafiz.service.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import muhafiz.service.checkpoint.ShownLag;
import muhafiz.service.log.SequencingWatch;

/**
 * The log in numbers, in seconds: how long the oldest entry without a place has waited, and for how long the tree has been larger than
 * its newest checkpoint.
 */
@ApplicationScoped
class LogMeters {
    private static final double MILLIS = 1000;

    private final SequencingWatch sequencing;
    private final ShownLag lag;
    private final MeterRegistry registry;

    @Inject
    LogMeters(SequencingWatch sequencing, ShownLag lag, MeterRegistry registry) {
        this.sequencing = sequencing;
        this.lag = lag;
        this.registry = registry;
    }

    void begin(@Observes Startup startup) {
        registry.gauge("muhafiz.log.waiting.seconds", Tags.empty(), sequencing, watch -> seconds(watch.waiting()));
        registry.gauge("muhafiz.log.shown.lag.seconds", Tags.empty(), lag, shown -> seconds(shown.now()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
