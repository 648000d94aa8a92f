package muhafiz.inspect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Who is spare, who serves, who rests. A child that has seen one application's document serves that application or
 * nobody: it rests for a short while after each answer and then dies. At most as many serve as the crew has workers,
 * and at most as many rest; callers are taken in the order in which they came.
 */
final class Roster implements Nursery.Family, AutoCloseable {
    private final SandboxSettings.Crew crew;
    private final Nursery nursery;
    private final Semaphore desks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Child> spares = new ArrayDeque<>();
    private final Map<UUID, Rest> resting = new LinkedHashMap<>();
    private long rests;
    private int callers;
    private int failures;
    private boolean isClosed;

    /** One child between two documents of one application; the number tells one rest from the next. */
    private record Rest(Child child, long number) {}

    Roster(SandboxSettings settings, Cage cage, Scratch scratch) {
        this.crew = settings.crew();
        this.desks = new Semaphore(crew.workers(), true);
        this.nursery = new Nursery(cage, scratch, settings.limits().answer(), this);
    }

    /** Starts the first children and waits until one is warm; false when that fails or takes too long. */
    boolean proves(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            nursery.want(Math.max(1, crew.spares()));
            awaits(() -> !spares.isEmpty() || failures > 0, end);
            return !spares.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A child for this application: the one that rests after its last document, else one that has seen none.
     *
     * @throws SandboxBusyException when none is to be had in time
     */
    Child hire(UUID application) {
        long end = System.nanoTime() + crew.patience().toNanos();
        if (!desk()) {
            throw busy("every sandbox worker is taken");
        }
        lock.lock();
        try {
            Optional<Rest> rest = Optional.ofNullable(resting.remove(application));
            return rest.map(Rest::child)
                    .or(() -> fresh(end))
                    .orElseThrow(() -> busy("no sandbox worker could be started"));
        } catch (SandboxBusyException e) {
            desks.release();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private boolean desk() {
        try {
            return desks.tryAcquire(crew.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Child> fresh(long end) {
        callers++;
        try {
            refill();
            awaits(() -> !spares.isEmpty() || isClosed, end);
            return isClosed ? Optional.empty() : Optional.ofNullable(spares.poll());
        } finally {
            callers--;
            refill();
        }
    }

    /** Ends the child's time over the document when its allowance is used up. */
    void watch(Child child, Allowance allowance) {
        nursery.watch(child, allowance);
    }

    /** The child has answered, or is dead. */
    void giveBack(Child child, UUID application) {
        lock.lock();
        try {
            if (isClosed || !child.isUsable()) {
                child.kill(Ended.CLOSED);
            } else {
                rest(child, application);
            }
        } finally {
            lock.unlock();
            desks.release();
        }
    }

    private void rest(Child child, UUID application) {
        Rest rest = new Rest(child, rests++);
        Optional.ofNullable(resting.put(application, rest)).ifPresent(other -> dismiss(other.child()));
        if (resting.size() > crew.workers()) {
            Iterator<Rest> eldest = resting.values().iterator();
            dismiss(eldest.next().child());
            eldest.remove();
        }
        nursery.later(crew.idle(), () -> wake(application, rest));
    }

    private void wake(UUID application, Rest rest) {
        lock.lock();
        try {
            if (resting.remove(application, rest)) {
                dismiss(rest.child());
            }
        } finally {
            lock.unlock();
        }
    }

    private static void dismiss(Child child) {
        child.kill(Ended.CLOSED);
    }

    private void refill() {
        if (!isClosed) {
            nursery.want(crew.spares() + callers - spares.size());
        }
    }

    /** Waits, releasing the lock, until what is awaited has come or the time is over. */
    private void awaits(BooleanSupplier event, long end) {
        try {
            boolean isTime = true;
            while (isTime && !event.getAsBoolean()) {
                isTime = changed.awaitNanos(end - System.nanoTime()) > 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void arrived(Child child) {
        change(() -> {
            spares.add(child);
            failures = 0;
        });
    }

    @Override
    public void left(Child child) {
        change(() -> {
            spares.remove(child);
            resting.values().removeIf(rest -> rest.child() == child);
        });
    }

    @Override
    public void failed() {
        change(() -> failures++);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            refill();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private SandboxBusyException busy(String message) {
        return new SandboxBusyException(message, crew.patience());
    }

    @Override
    public void close() {
        change(() -> isClosed = true);
        nursery.close();
    }
}
