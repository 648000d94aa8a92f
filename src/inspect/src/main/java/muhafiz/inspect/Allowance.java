package muhafiz.inspect;

import java.time.Duration;

/**
 * The time a worker may spend over one document. It runs only while the worker has the word: a slow store or a slow
 * client of ours must not get an honest document quarantined. Safe for many threads.
 */
final class Allowance {
    private long leftNanos;
    private long runningSince;
    private boolean isRunning;
    private boolean isOver;

    Allowance(Duration wallClock) {
        this.leftNanos = wallClock.toNanos();
    }

    synchronized void run() {
        if (!isRunning) {
            runningSince = System.nanoTime();
            isRunning = true;
        }
    }

    synchronized void pause() {
        leftNanos = left().toNanos();
        isRunning = false;
    }

    /** The answer is there; nobody need watch any more. */
    synchronized void finish() {
        isOver = true;
    }

    synchronized boolean isOver() {
        return isOver;
    }

    /** What is left; zero or negative when it is used up. */
    synchronized Duration left() {
        long spent = isRunning ? System.nanoTime() - runningSince : 0;
        return Duration.ofNanos(leftNanos - spent);
    }
}
