package muhafiz.service.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import muhafiz.service.keys.RootState;
import muhafiz.service.keys.RootWatch;

/**
 * The roots in numbers, on the management port's {@code /metrics}: age of the oldest living root and time since the last rotation that was
 * finished, in seconds; roots that may still unwrap something; pages that a rotation has yet to bring under the newest epoch. A number that
 * cannot be had now is {@code NaN}.
 */
@ApplicationScoped
class RootMeters {
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
        publish("muhafiz.roots.oldest.age.seconds", state -> Age.of(state.oldestBorn(), clock));
        publish("muhafiz.rotation.since.success.seconds", state -> Age.of(state.lastSuccess(), clock));
        publish("muhafiz.roots.living", RootState::living);
        publish("muhafiz.rotation.pages.behind", RootState::behind);
    }

    /** By this verb and no other: what a builder registers stays within the deployment's own registry and is not published. */
    private void publish(String name, ToDoubleFunction<RootState> value) {
        registry.gauge(name, Tags.empty(), roots, watch -> value.applyAsDouble(watch.state()));
    }
}
