package muhafiz.service.fixity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import muhafiz.crypto.UnavailableException;

/** Holds its one thread back so that no more bytes a second pass than allowed, counted from its making. */
final class Throttle {
    private static final double NANOS = 1e9;
    private static final long LONGEST_NAP = Duration.ofMillis(200).toNanos();

    private final long bytesPerSecond;
    private final AtomicBoolean ending;
    private final long began = System.nanoTime();
    private long passed;

    /** @param ending once true, nothing passes any more */
    Throttle(long bytesPerSecond, AtomicBoolean ending) {
        this.bytesPerSecond = bytesPerSecond;
        this.ending = ending;
    }

    /** Counts bytes that have come, and returns when they were due. @throws UnavailableException when this node is ending */
    void passed(int bytes) {
        passed += bytes;
        long due = (long) (passed * NANOS / bytesPerSecond);
        long ahead = due - elapsed();
        while (ahead > 0) {
            if (ending.get() || Thread.currentThread().isInterrupted()) {
                throw new UnavailableException("node-ending", Duration.ofSeconds(5));
            }
            LockSupport.parkNanos(Math.min(ahead, LONGEST_NAP));
            ahead = due - elapsed();
        }
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }

    boolean isOlderThan(Duration age) {
        return elapsed() > age.toNanos();
    }

    long passed() {
        return passed;
    }
}
