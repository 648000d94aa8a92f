package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A holder of roots under test, opened before each test and closed after it. */
abstract class RootHolder {
    static final byte[] SECRET = LeafKeyTest.COUNTING;
    static final byte[] HERE = "here".getBytes(US_ASCII);
    static final byte[] THERE = "there".getBytes(US_ASCII);
    static final int THREADS = 6;

    private RootKeys roots;

    /** The holder under test, the same one each time. */
    abstract RootKeys open();

    @BeforeEach
    void openRoots() {
        roots = open();
    }

    @AfterEach
    void closeRoots() {
        roots.close();
    }

    RootKeys roots() {
        return roots;
    }

    void create(String rootId) {
        roots.create(rootId);
    }

    void reopen() {
        roots.close();
        roots = open();
    }

    /** What each thread did, all of them begun at once. */
    static List<byte[]> together(IntFunction<byte[]> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CyclicBarrier(THREADS);
            List<Callable<byte[]>> tasks = IntStream.range(0, THREADS)
                    .<Callable<byte[]>>mapToObj(thread -> () -> {
                        start.await();
                        return work.apply(thread);
                    })
                    .toList();
            List<byte[]> done = new ArrayList<>();
            for (Future<byte[]> task : threads.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
