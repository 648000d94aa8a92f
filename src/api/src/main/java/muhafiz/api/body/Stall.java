package muhafiz.api.body;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** One thread that waits for a client, again and again. It is woken at most once, and only while it waits. */
final class Stall implements AutoCloseable {
    private final Thread waiter = Thread.currentThread();
    private final Duration longest;
    private final InstantSource clock;
    private final Consumer<Stall> atEnd;

    private boolean waiting;
    private boolean woken;
    private Instant since = Instant.EPOCH;

    /** @param longest how long one wait may be */
    Stall(Duration longest, InstantSource clock, Consumer<Stall> atEnd) {
        this.longest = longest;
        this.clock = clock;
        this.atEnd = atEnd;
    }

    /** Something that waits for a client. */
    interface Wait<T> {
        T await() throws IOException;
    }

    /** Waits. The interruption, if there is one, is meant for this wait alone and ends with it. */
    <T> T during(Wait<T> wait) throws IOException {
        begin();
        try {
            return wait.await();
        } finally {
            end();
        }
    }

    /** Whether the client made the thread wait too long. */
    synchronized boolean isWoken() {
        return woken;
    }

    synchronized void check(Instant now) {
        if (waiting && !woken && Duration.between(since, now).compareTo(longest) > 0) {
            woken = true;
            waiter.interrupt();
        }
    }

    private synchronized void begin() {
        waiting = true;
        since = clock.instant();
    }

    private synchronized void end() {
        waiting = false;
        if (woken) {
            Thread.interrupted();
        }
    }

    /** Ends the watch. */
    @Override
    public void close() {
        atEnd.accept(this);
    }
}
