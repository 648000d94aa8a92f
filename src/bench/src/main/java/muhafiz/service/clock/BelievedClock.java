package muhafiz.service.clock;

import java.time.InstantSource;
import java.util.Set;

/** A watch that never doubts. */
public final class BelievedClock {
    private BelievedClock() {}

    @SuppressWarnings("NullAway") // no witness is asked
    public static ClockWatch watch() {
        return new ClockWatch(null, null, InstantSource.system()) {
            @Override
            public Set<String> look() {
                return Set.of();
            }
        };
    }
}
