package muhafiz.service.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Time since something happened, as meters have it. */
final class Age {
    private static final double MILLIS = 1000;

    private Age() {}

    /** In seconds; {@code NaN} where it never happened. */
    static double of(Optional<Instant> since, InstantSource clock) {
        return since.map(then -> Duration.between(then, clock.instant()).toMillis() / MILLIS)
                .orElse(Double.NaN);
    }
}
