package muhafiz.service.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.service.log.Lease;
import muhafiz.service.log.LogLease;
import muhafiz.service.log.TreeRows;
import muhafiz.store.S3Settings;
import muhafiz.store.S3Tiles;

/**
 * One node that does nothing but grow and show the log, with the archive's own classes: on the line {@code cycle <step>} it takes the lease,
 * looks about, gives places, shows; it stops before that step. Whatever it signs it first writes into the file of all signatures, as a
 * world that hears of everything would.
 */
public final class SequencingNode {
    static final String ORIGIN = "two.example/log";
    static final Duration LEASE = Duration.ofMillis(200);

    private final SteppedDatabase database;
    private final Steps steps;
    private final Leases leases;
    private final CatchUp catchUp;
    private final Publication publication;
    private final UUID node = UUID.randomUUID();
    private Optional<Lease> known = Optional.empty();

    private SequencingNode(SteppedDatabase database, Steps steps, S3Tiles shelf, CheckpointSigner signer) {
        this.database = database;
        this.steps = steps;
        TreeRows tree = new TreeRows(database.source());
        CheckpointRows rows = new CheckpointRows(database.source());
        this.leases = new Leases(database.source(), tree);
        this.catchUp = new CatchUp(
                tree,
                leases,
                shelf,
                years -> {},
                List.<KnownHead>of(new ShownHead(rows), new BucketHead(shelf, signer)));
        this.publication = new Publication(tree, rows, shelf, signer, (note, before) -> note);
    }

    /** @param arguments database url, user, password; store, access key, secret key; file of all signatures */
    public static void main(String[] arguments) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        Steps steps = new Steps(in, System.out);
        var database =
                new SteppedDatabase(DriverManager.getConnection(arguments[0], arguments[1], arguments[2]), steps);
        var store = new S3Settings(URI.create(arguments[3]), "us-east-1", "muhafiz", arguments[4], arguments[5]);
        try (S3Tiles shelf = new SteppedTiles(store, steps)) {
            var node = new SequencingNode(database, steps, shelf, new PublicSigner(Path.of(arguments[6])));
            System.out.println("READY");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                steps.begin(Integer.parseInt(line.replace("cycle ", "")));
                System.out.println("DONE " + steps.taken() + " " + node.cycle());
            }
        }
        database.close();
    }

    /** A word about how it went. */
    private String cycle() {
        try {
            OptionalLong fence = leases.take(node, LEASE);
            if (fence.isEmpty()) {
                return "elsewhere";
            }
            Lease lease = new Lease(node, fence.getAsLong());
            if (!known.equals(Optional.of(lease))) {
                catchUp.before(lease);
                known = Optional.of(lease);
            }
            int places = leases.sequence(lease).size();
            boolean shown = publication.publish(lease).isPresent();
            return places + (shown ? " shown" : " nothing-new") + " in " + steps.taken();
        } catch (RuntimeException refused) {
            known = Optional.empty();
            return "refused " + refused;
        }
    }

    /** The lease's transactions, over the one connection. */
    private final class Leases extends LogLease {
        Leases(DataSource source, TreeRows tree) {
            super(source, tree);
        }

        @Override
        public OptionalLong take(UUID who, Duration lease) {
            return database.inTransaction(() -> super.take(who, lease));
        }

        @Override
        public Map<UUID, Long> sequence(Lease lease) {
            return database.inTransaction(() -> super.sequence(lease));
        }

        @Override
        public void putBack(Lease lease, List<LogLeaf> lost) {
            database.inTransaction(() -> {
                super.putBack(lease, lost);
                return lost;
            });
        }
    }

    /** Each object that is put or read is a step. */
    private static final class SteppedTiles extends S3Tiles {
        private final Steps steps;

        SteppedTiles(S3Settings settings, Steps steps) {
            super(settings);
            this.steps = steps;
        }

        @Override
        public void put(String path, byte[] bytes) {
            steps.next();
            super.put(path, bytes);
        }

        @Override
        public Optional<byte[]> get(String path) {
            steps.next();
            return super.get(path);
        }
    }

    /** Everybody hears at once of what it signs. */
    private static final class PublicSigner implements CheckpointSigner {
        private final NoteSigner key = new NoteSigner(ORIGIN, new byte[32]);
        private final Path heard;

        PublicSigner(Path heard) {
            this.heard = heard;
        }

        @Override
        public String origin() {
            return ORIGIN;
        }

        @Override
        public SignedNote sign(Checkpoint checkpoint) {
            try {
                Files.writeString(
                        heard,
                        checkpoint.size() + " " + checkpoint.root() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
