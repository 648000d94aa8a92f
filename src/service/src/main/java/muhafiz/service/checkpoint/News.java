package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** That this node has shown another checkpoint. Safe for all threads. */
@ApplicationScoped
public class News {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private long count;

    void tell() {
        lock.lock();
        try {
            count++;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many there have been. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there have been more, or {@code longest} is over. */
    void awaitMoreThan(long known, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (count <= known && left > 0) {
                left = told.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
