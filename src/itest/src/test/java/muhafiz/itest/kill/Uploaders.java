package muhafiz.itest.kill;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;

/** Eight clients that upload without end, whatever happens to the archive, and remember what was acknowledged. */
final class Uploaders implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int SMALLEST = 10 * 1024;
    private static final int LARGEST = 3 * 1024 * 1024;
    private static final long PAUSE_MILLIS = 200;
    private static final long BREATH_MILLIS = 150;

    /** An acknowledged document: what its receipt said. */
    record Acknowledged(String sha256, String leafHash, long sequence) {}

    private final RunningArchive archive;
    private final List<Lodged> cases = new ArrayList<>();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Set<Integer> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failed = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private volatile boolean stopped;

    Uploaders(RunningArchive archive, long seed) {
        this.archive = archive;
        for (int one = 0; one < CLIENTS; one++) {
            cases.add(archive.portal().lodge(Forms.workPermit("RD-1", "Kill")));
        }
        for (int one = 0; one < CLIENTS; one++) {
            Random random = new Random(seed + one);
            Lodged mine = cases.get(one);
            threads.execute(() -> uploadUntilStopped(mine, random));
        }
    }

    private void uploadUntilStopped(Lodged mine, Random random) {
        while (!stopped) {
            Sample sample = Sample.pdf(
                    "document " + random.nextLong(),
                    SMALLEST + random.nextInt(random.nextBoolean() ? SMALLEST : LARGEST));
            String sha256 = sha256(sample.bytes());
            tried.add(sha256);
            try {
                note(archive.portal().upload(mine, "application_form", sample), sha256);
            } catch (RuntimeException | AssertionError gone) {
                failed.incrementAndGet();
                pause(PAUSE_MILLIS);
            }
        }
    }

    private void note(Answer answer, String sha256) {
        answered.add(answer.status());
        if (answer.status() != 201) {
            failed.incrementAndGet();
            pause(PAUSE_MILLIS);
            return;
        }
        var receipt = answer.json().getJsonObject("receipt");
        long sequence =
                receipt.isNull("seq") ? -1 : receipt.getJsonNumber("seq").longValue();
        acknowledged.put(
                answer.json().getString("id"), new Acknowledged(sha256, receipt.getString("leafHash"), sequence));
        pause(BREATH_MILLIS);
    }

    List<Lodged> cases() {
        return cases;
    }

    Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** SHA-256 of everything that was ever sent, acknowledged or not. */
    Set<String> tried() {
        return tried;
    }

    /** Every status that came. */
    Set<Integer> answered() {
        return answered;
    }

    int failed() {
        return failed.get();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the clients after the document each is at. */
    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
