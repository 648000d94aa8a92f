package muhafiz.inspect;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where children are started, warmed and, at the end, all killed. One thread lives as long as the nursery: children
 * are started from it (the kernel kills them when it ends) and limits are watched by it.
 */
final class Nursery implements Child.Watcher, AutoCloseable {
    private static final Logger LOG = System.getLogger("muhafiz.inspect");
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final int LONGEST_DELAY = 7;

    private final Cage cage;
    private final Scratch scratch;
    private final int longestAnswer;
    private final Family family;
    private final ScheduledThreadPoolExecutor thread;
    private final Set<Child> living = new HashSet<>();
    private final Set<Child> warming = new HashSet<>();
    private int starting;
    private int failures;
    private boolean isClosed;

    /** Told when a child is warm, when one is gone, and when one could not be started. */
    interface Family {
        void arrived(Child child);

        void left(Child child);

        void failed();
    }

    Nursery(Cage cage, Scratch scratch, int longestAnswer, Family family) {
        this.cage = cage;
        this.scratch = scratch;
        this.longestAnswer = longestAnswer;
        this.family = family;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread daemon = new Thread(work, "muhafiz-sandbox-parent");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.prestartAllCoreThreads();
    }

    /** Sees to it that at least {@code count} children are on their way; slower after each failed start. */
    synchronized void want(int count) {
        while (!isClosed && starting < count) {
            starting++;
            later(delay(), this::start);
        }
    }

    /** Ends the child when its time over one document is used up. */
    void watch(Child child, Allowance allowance) {
        later(allowance.left(), () -> {
            if (allowance.isOver()) {
                return;
            }
            if (allowance.left().isNegative() || allowance.left().isZero()) {
                child.kill("timeout");
            } else {
                watch(child, allowance);
            }
        });
    }

    void later(Duration delay, Runnable work) {
        try {
            ScheduledFuture<?> task =
                    thread.schedule(() -> said(work), Math.max(delay.toNanos(), 0), TimeUnit.NANOSECONDS);
            LOG.log(Level.TRACE, "due in {0} ms", task.getDelay(TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the sandbox is closing");
        }
    }

    /** A failure in the background has no caller, so it is told. */
    private static void said(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the sandbox's own thread failed", e);
        }
    }

    private Duration delay() {
        return failures == 0 ? Duration.ZERO : FIRST_DELAY.multipliedBy(1L << Math.min(failures, LONGEST_DELAY));
    }

    private void start() {
        try {
            Child child = birth();
            later(WARM_UP, () -> endUnlessWarm(child));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "a sandbox worker could not be started", e);
            failure();
            family.failed();
        }
    }

    /** Under the lock, so that a child that ends at once is known before it is gone. */
    private synchronized Child birth() throws IOException {
        Child child = Child.of(ChildProcess.start(cage, scratch), cage, longestAnswer, this);
        living.add(child);
        warming.add(child);
        if (isClosed) {
            child.kill(Ended.CLOSED);
        }
        return child;
    }

    private synchronized void endUnlessWarm(Child child) {
        if (warming.contains(child)) {
            child.kill(Ended.CLOSED);
        }
    }

    @Override
    public void ready(Child child) {
        synchronized (this) {
            warming.remove(child);
            starting--;
            failures = 0;
        }
        family.arrived(child);
    }

    @Override
    public void gone(Child child, boolean wasReady) {
        synchronized (this) {
            living.remove(child);
            warming.remove(child);
            notifyAll();
        }
        if (!wasReady) {
            failure();
            family.failed();
        }
        family.left(child);
    }

    private synchronized void failure() {
        starting--;
        failures++;
    }

    /** Kills every child and waits, within reason, until all are gone. */
    @Override
    public void close() {
        List<Child> all;
        synchronized (this) {
            isClosed = true;
            all = new ArrayList<>(living);
        }
        all.forEach(child -> child.kill(Ended.CLOSED));
        awaitAllGone();
        thread.shutdownNow();
    }

    private synchronized void awaitAllGone() {
        long end = System.nanoTime() + WARM_UP.toNanos();
        try {
            while (!living.isEmpty() && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
