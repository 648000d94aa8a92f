package muhafiz.service.clock;

import java.time.Instant;
import java.util.Optional;

/** Somebody who knows a moment that has passed. Each is a bean; whoever adds one, such as a time stamp, is asked from then on. */
public interface ClockWitness {
    /** Lower-case word for messages and log. */
    String name();

    /** The newest moment it knows of, in the caller's transaction; empty where it knows none yet. */
    Optional<Instant> newest();

    /** Whether it is told by another clock than ours, so that being far ahead of it means something. */
    boolean isIndependent();

    /** Whether its moments may be believed in place of what our own clock was last believed to say: it is told by one far from ours. */
    default boolean vouches() {
        return false;
    }
}
