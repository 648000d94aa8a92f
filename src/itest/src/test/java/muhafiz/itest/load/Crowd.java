package muhafiz.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import muhafiz.itest.access.OpenCall;

/** Many bodies on their way, each as slow as the archive lets it be. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int PULSE_SECONDS = 5;

    private final List<OpenCall> calls = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService pulse = new ScheduledThreadPoolExecutor(1);

    /** What keeps one body of the crowd from being too slow. */
    interface Step {
        void of(OpenCall call) throws IOException;
    }

    /** Bodies that move only by this step, every five seconds. */
    static Crowd thatMoves(Step step) {
        Crowd crowd = new Crowd();
        crowd.pulse.scheduleWithFixedDelay(() -> crowd.all(step), PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
        return crowd;
    }

    /** Bodies that stand still. */
    static Crowd thatStandsStill() {
        return new Crowd();
    }

    private void all(Step step) {
        for (OpenCall call : List.copyOf(calls)) {
            try {
                step.of(call);
            } catch (IOException | UncheckedIOException gone) {
                calls.remove(call);
            }
        }
    }

    /** So many more join; returns when each has its place. */
    Crowd join(int count, Supplier<OpenCall> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> begun = new ArrayList<>();
            for (int one = 0; one < count; one++) {
                begun.add(threads.submit(() -> calls.add(call.get())));
            }
            for (Future<?> each : begun) {
                each.get();
            }
            return this;
        } finally {
            threads.shutdownNow();
        }
    }

    int size() {
        return calls.size();
    }

    /** One goes away without a word. */
    void leaveOne() {
        calls.remove(0).close();
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        calls.forEach(OpenCall::close);
        calls.clear();
    }
}
