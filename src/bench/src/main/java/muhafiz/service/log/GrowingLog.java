package muhafiz.service.log;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import muhafiz.bench.ThreadDatabase;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.service.checkpoint.CheckpointRows;
import muhafiz.service.checkpoint.CheckpointSigner;
import muhafiz.service.checkpoint.Publication;
import muhafiz.service.config.Statements;
import muhafiz.stand.Stand;
import muhafiz.store.S3Settings;
import muhafiz.store.S3Tiles;

/** One node's sequencing and showing, in two threads, with the pauses that are the defaults; and the times it takes an entry. */
final class GrowingLog implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration BATCH = Duration.ofMillis(100);
    private static final Duration SHOW = Duration.ofMillis(200);

    private final ThreadDatabase database;
    private final TreeRows tree;
    private final LogLease leases;
    private final Publication publication;
    private final S3Tiles shelf;
    private final UUID node = Randoms.id();
    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final Queue<Placed> waiting = new ConcurrentLinkedQueue<>();
    private final Thread sequencing = new Thread(this::sequence);
    private final Thread showing = new Thread(this::show);
    private volatile Latencies placed = new Latencies();
    private volatile Latencies shown = new Latencies();
    private volatile boolean stopped;

    private record Placed(long seq, long committedAt) {}

    GrowingLog(Stand stand, ThreadDatabase database) throws Exception {
        this.database = database;
        this.tree = new TreeRows(database.source());
        this.leases = new LogLease(database.source(), tree);
        this.shelf = new S3Tiles(new S3Settings(
                URI.create(stand.objects().toString()),
                "us-east-1",
                "muhafiz",
                secret(stand, "s3-access-key"),
                secret(stand, "s3-secret-key")));
        CheckpointRows rows = new CheckpointRows(database.source());
        CheckpointSigner signer = new Signer();
        this.publication = new Publication(tree, rows, shelf, signer, (note, before) -> note);
        firstCheckpoint(signer);
        sequencing.start();
        showing.start();
    }

    private static String secret(Stand stand, String name) throws Exception {
        return Files.readString(Path.of(stand.home().toString(), "secrets", name))
                .strip();
    }

    /** What was there before is not laid into the store now. */
    private void firstCheckpoint(CheckpointSigner signer) {
        Lease lease = lease();
        var head = tree.head();
        SignedNote note = signer.sign(new Checkpoint(signer.origin(), head.size(), head.root()));
        new Statements(database.source())
                .all(
                        "select archive.log_publish(?, ?, ?, ?)",
                        row -> true,
                        lease.node(),
                        lease.fence(),
                        head.size(),
                        note.asText());
    }

    private Lease lease() {
        return new Lease(
                node, database.inTransaction(() -> leases.take(node, LEASE)).orElseThrow());
    }

    /** Its commit is asked for now. */
    void commits(UUID entry) {
        committed.put(entry, System.nanoTime());
    }

    Latencies placed() {
        return placed;
    }

    Latencies shown() {
        return shown;
    }

    /** What was measured so far does not count. */
    void forget() throws InterruptedException {
        awaitShown();
        placed = new Latencies();
        shown = new Latencies();
    }

    void awaitShown() throws InterruptedException {
        while (!committed.isEmpty() || !waiting.isEmpty() || leases.isAnythingWaiting()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    void awaitPlaced() throws InterruptedException {
        while (leases.isAnythingWaiting()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void sequence() {
        while (!stopped) {
            pause(BATCH);
            while (!stopped && leases.isAnythingWaiting()) {
                batch();
            }
        }
    }

    private void batch() {
        Lease lease = lease();
        Map<UUID, Long> places = database.inTransaction(() -> leases.sequence(lease));
        long now = System.nanoTime();
        places.forEach((entry, seq) -> tell(entry, seq, now));
    }

    private void tell(UUID entry, long seq, long now) {
        Optional.ofNullable(committed.remove(entry)).ifPresent(at -> {
            placed.add(now - at);
            waiting.add(new Placed(seq, at));
        });
    }

    private void show() {
        while (!stopped) {
            pause(SHOW);
            publication
                    .publish(lease())
                    .ifPresent(note -> told(Checkpoint.parse(note.text()).size()));
        }
    }

    private void told(long size) {
        long now = System.nanoTime();
        for (Iterator<Placed> all = waiting.iterator(); all.hasNext(); ) {
            Placed one = all.next();
            if (one.seq() < size) {
                shown.add(now - one.committedAt());
                all.remove();
            }
        }
    }

    private static void pause(Duration span) {
        try {
            TimeUnit.MILLISECONDS.sleep(span.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread thread : List.of(sequencing, showing)) {
            while (thread.isAlive()) {
                pause(BATCH);
            }
        }
        shelf.close();
    }

    private static final class Signer implements CheckpointSigner {
        private final NoteSigner key = new NoteSigner("bench.example/log", new byte[32]);

        @Override
        public String origin() {
            return key.key().name();
        }

        @Override
        public SignedNote sign(Checkpoint checkpoint) {
            return SignedNote.of(checkpoint.text()).with(key.sign(checkpoint.text()));
        }

        @Override
        public List<VerifierKey> known() {
            return List.of(key.key());
        }

        @Override
        public List<Change> changes() {
            return List.of();
        }
    }
}
