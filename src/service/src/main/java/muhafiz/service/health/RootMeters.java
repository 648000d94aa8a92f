package muhafiz.service.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muhafiz.service.keys.RootState;
import muhafiz.service.keys.RootWatch;

/** The roots in numbers, on the management port's {@code /metrics}. A number that cannot be had now is not a number ({@code NaN}). */
@ApplicationScoped
class RootMeters {
    private static final double MILLIS = 1000;

    private final RootWatch roots;
    private final InstantSource clock;
    private final MeterRegistry registry;

    @Inject
    RootMeters(RootWatch roots, InstantSource clock, MeterRegistry registry) {
        this.roots = roots;
        this.clock = clock;
        this.registry = registry;
    }

    void begin(@Observes Startup startup) {
        publish(
                "muhafiz.roots.oldest.age",
                "seconds",
                "Age of the oldest living root",
                state -> age(state.oldestBorn()));
        publish(
                "muhafiz.rotation.since.success",
                "seconds",
                "Time since the last rotation that was finished",
                state -> age(state.lastSuccess()));
        publish("muhafiz.roots.living", "roots", "Roots that may still unwrap something", RootState::living);
        publish(
                "muhafiz.rotation.pages.behind",
                "pages",
                "Pages that a rotation has yet to bring under the newest epoch",
                RootState::behind);
    }

    private void publish(String name, String unit, String what, ToDoubleFunction<RootState> value) {
        Gauge.builder(name, () -> value.applyAsDouble(roots.state()))
                .baseUnit(unit)
                .description(what)
                .strongReference(true)
                .register(registry);
    }

    private double age(Optional<Instant> since) {
        return since.map(then -> Duration.between(then, clock.instant()).toMillis() / MILLIS)
                .orElse(Double.NaN);
    }
}
