package muhafiz.service.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many at once, each doing the same again and again for a while. */
final class Callers {
    private Callers() {}

    /** How often it was done in a second by so many together. */
    static double rate(int callers, Duration span, Runnable once) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            AtomicLong done = new AtomicLong();
            long began = System.nanoTime();
            long end = began + span.toNanos();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        once.run();
                        done.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return done.get() * 1e9 / (System.nanoTime() - began);
        } finally {
            pool.shutdownNow();
        }
    }
}
