package muhafiz.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** So many clients doing so many things, one after the other each, and how long each thing took. */
final class Clients {
    private Clients() {}

    /** One thing to do, by its number. */
    interface Deed {
        void run(int number) throws Exception;
    }

    /** What came out: wall time of all, and every deed's own time in nanoseconds, sorted. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Outcome(Duration wall, long[] nanos) {
        double perSecond() {
            return nanos.length / (wall.toNanos() / 1e9);
        }

        double millis(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
        }
    }

    static Outcome run(int clients, int deeds, Deed deed) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long[] nanos = new long[deeds];
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            all.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); number < deeds; number = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    deed.run(number);
                    nanos[number] = System.nanoTime() - start;
                }
                return null;
            }));
        }
        finish(all, threads);
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        Arrays.sort(nanos);
        return new Outcome(wall, nanos);
    }

    private static void finish(List<Future<?>> all, ExecutorService threads) throws InterruptedException {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
