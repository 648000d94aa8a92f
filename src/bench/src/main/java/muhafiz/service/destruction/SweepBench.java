package muhafiz.service.destruction;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import muhafiz.bench.SmallObjects;
import muhafiz.bench.ThreadDatabase;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.BenchForgetting;
import muhafiz.service.keys.BenchRing;
import muhafiz.service.keys.Shelf;
import muhafiz.service.policy.BenchPolicy;
import muhafiz.service.retention.LargeArchive;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.S3ObjectDestroyer;
import muhafiz.store.S3Settings;
import muhafiz.store.S3Tombstones;

/**
 * Carrying out an order of thousands of documents among a million on a real PostgreSQL and a real S3 server: off the files with their
 * entries, keys destroyed, tombstones copied; first where the store holds nothing, beside the bare deletion of as many document rows, then
 * with an object for each, beside the store's own deletion of as many. Nobody concerned has an entry of this year yet, so each gets a log
 * key first. The log's places come later and are measured by its own bench.
 */
public final class SweepBench {
    private static final int TO_A_CASE = LargeArchive.TO_A_CASE;
    private static final int CHUNK = 500;

    private final PrintStream out = System.out;
    private final Connection owner;
    private final ThreadDatabase database;
    private final BenchRing keys;
    private final SweepSteps sweep;
    private int used;

    private SweepBench(Connection owner, ThreadDatabase database, BenchRing keys, SweepSteps sweep) {
        this.owner = owner;
        this.database = database;
        this.keys = keys;
        this.sweep = sweep;
    }

    /** @param arguments the folder for the database, the store and the roots, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE, Part.OBJECTS));
                RootKeys roots = BcfksRootKeys.open(home.resolve("roots"));
                Connection owner = stand.ownerDatabase().connect();
                ThreadDatabase database = new ThreadDatabase(stand.appDatabase(), ThreadDatabase.OWN_WORK);
                ObjectDestroyer destroyer = new S3ObjectDestroyer(settings(stand, "s3-destroy"));
                SmallObjects objects = new SmallObjects(settings(stand, "s3"), settings(stand, "s3-destroy"));
                S3Tombstones beside = new S3Tombstones(settings(stand, "s3"), settings(stand, "s3-destroy"))) {
            BenchRing.begin(stand.appDatabase().connect(), roots);
            BenchRing keys = BenchRing.of(database.source(), roots);
            SweepSteps sweep = new SweepSteps(database, keys, beside, BenchPolicy.inForce(BenchPolicy.shipped()));
            new SweepBench(owner, database, keys, sweep).run(destroyer, objects);
        }
    }

    private static S3Settings settings(Stand stand, String credential) throws IOException {
        Path secrets = stand.home().resolve("secrets");
        return new S3Settings(
                URI.create(stand.objects().toString()),
                "us-east-1",
                "muhafiz",
                Files.readString(secrets.resolve(credential + "-access-key")).strip(),
                Files.readString(secrets.resolve(credential + "-secret-key")).strip());
    }

    private void run(ObjectDestroyer destroyer, SmallObjects objects) throws Exception {
        int total = LargeArchive.largest();
        int many = Integer.getInteger("muhafiz.bench.swept", total / 50);
        LargeArchive.fill(owner, total);
        LargeArchive.addPersons(owner, total);
        sweep.carryOut(some(many), new NoObjects());
        double bare = bareRows(many);
        List<UUID> documents = some(many);
        report("without objects", many, sweep.carryOut(documents, new NoObjects()), bare, "bare row deletions");
        withObjects(many / 5, destroyer, objects);
    }

    private void withObjects(int many, ObjectDestroyer destroyer, SmallObjects objects) throws Exception {
        List<UUID> bare = versions(some(many));
        List<UUID> documents = some(many);
        objects.put(bare);
        objects.put(versions(documents));
        long began = System.nanoTime();
        objects.delete(bare);
        double store = many * 1e9 / (System.nanoTime() - began);
        report("with an object each", many, sweep.carryOut(documents, destroyer), store, "the store's own deletions");
    }

    private void report(String what, int many, SweepSteps.Times times, double bare, String beside) {
        double rate = many * 1e9 / times.all();
        out.printf(
                "sweep %s: %,d documents at %,.0f a second (off the files %.1f s, keys and tombstones %.1f s, objects %.1f s);"
                        + " %s in the same run %,.0f a second: %.2f of them%n",
                what,
                many,
                rate,
                times.unfiling() / 1e9,
                times.forgetting() / 1e9,
                times.deleting() / 1e9,
                beside,
                bare,
                rate / bare);
    }

    /** Rows of documents and nothing else, as many a transaction as the sweep takes. */
    private double bareRows(int many) throws SQLException {
        List<UUID> documents = some(many);
        Statements sql = new Statements(database.source());
        long began = System.nanoTime();
        for (int from = 0; from < many; from += CHUNK) {
            UUID[] ids = documents.subList(from, Math.min(many, from + CHUNK)).toArray(UUID[]::new);
            database.inTransaction(() -> sql.change("delete from archive.document where id = any (?)", (Object) ids));
        }
        return many * 1e9 / (System.nanoTime() - began);
    }

    /** The next documents, of whole cases, with keys that can be destroyed. */
    private List<UUID> some(int many) {
        int from = used;
        used += many;
        Shelf shelf = new Shelf("RC-WP", "2026-01");
        BenchForgetting.create(database, keys, ids("l", from, used), shelf);
        BenchForgetting.create(database, keys, ids("t", from / TO_A_CASE, used / TO_A_CASE), shelf);
        return ids("d", from, used);
    }

    private List<UUID> versions(List<UUID> documents) {
        return new Statements(database.source())
                .all(
                        "select version_id from archive.document where id = any (?)",
                        row -> row.getObject(1, UUID.class),
                        (Object) documents.toArray(UUID[]::new));
    }

    /** As {@link LargeArchive} makes them. */
    private List<UUID> ids(String letter, int from, int to) {
        return new Statements(database.source())
                .all(
                        "select md5(? || g)::uuid from generate_series(?, ?) g",
                        row -> row.getObject(1, UUID.class),
                        letter,
                        from,
                        to - 1);
    }
}
