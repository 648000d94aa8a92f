package muhafiz.service.log;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import muhafiz.bench.ThreadDatabase;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.BenchRing;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;

/**
 * The log on a real PostgreSQL with its real durability and a real store: acts logged in a second, each in a transaction of its own, while
 * one node gives places and shows checkpoints; beside single rows inserted and committed in the same minute. Then proofs from a log of ten
 * million ({@code MUHAFIZ_BENCH_ENTRIES}).
 */
public final class LogBench {
    private static final Duration SPAN = Duration.ofSeconds(10);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final int PERSONS = 1000;
    private static final int PROOFS = 2000;
    private static final int ROW = 900;
    private static final int BACKLOG = 50_000;

    private final PrintStream out = System.out;
    private final Stand stand;
    private final Connection superuser;
    private final ThreadDatabase database;
    private final List<UUID> persons = new ArrayList<>();

    private LogBench(Stand stand, Connection superuser, ThreadDatabase database) {
        this.stand = stand;
        this.superuser = superuser;
        this.database = database;
    }

    /** @param arguments the folder for the database, the store and the roots, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE, Part.OBJECTS));
                RootKeys roots = BcfksRootKeys.open(home.resolve("roots"));
                Connection superuser = superuser(stand, home).connect();
                ThreadDatabase database = new ThreadDatabase(stand.appDatabase())) {
            BenchRing.begin(stand.appDatabase().connect(), roots);
            new LogBench(stand, superuser, database).run(BenchRing.of(database.source(), roots));
        }
    }

    private static Database superuser(Stand stand, Path home) throws Exception {
        String password =
                Files.readString(home.resolve("secrets/db-superuser-password")).strip();
        return stand.ownerDatabase().as("postgres", password);
    }

    private void run(BenchRing keys) throws Exception {
        long entries = Long.parseLong(System.getenv().getOrDefault("MUHAFIZ_BENCH_ENTRIES", "10000000"));
        LargeLog.fill(superuser, entries);
        makePersons();
        proofs(entries);
        try (GrowingLog log = new GrowingLog(stand, database);
                Callers callers = new Callers()) {
            accesses(keys, log, callers);
        }
    }

    private void makePersons() throws SQLException {
        try (PreparedStatement insert = superuser.prepareStatement(
                "insert into archive.data_subject (id, leaf_id, sealed, created_on) values (?, ?, '', current_date)")) {
            for (int i = 0; i < PERSONS; i++) {
                persons.add(Randoms.id());
                insert.setObject(1, persons.get(i));
                insert.setObject(2, Randoms.id());
                insert.executeUpdate();
            }
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute("create table archive.bench_row (id uuid primary key, bytes bytea not null)");
            statement.execute("grant insert on archive.bench_row to \""
                    + stand.appDatabase().user() + "\"");
        }
    }

    private void proofs(long entries) {
        TreeRows tree = new TreeRows(database.source());
        CompactRange head = tree.head();
        Latencies times = new Latencies();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2 * PROOFS; i++) {
            long seq = random.nextLong(entries);
            long began = System.nanoTime();
            InclusionProof.of(seq, head.size(), tree);
            if (i >= PROOFS) {
                times.add(System.nanoTime() - began);
            }
        }
        out.printf(
                "Proof of any entry among %d: p50 %.2f ms, p99 %.2f ms%n%n",
                entries, times.percentile(0.5), times.percentile(0.99));
    }

    private void accesses(BenchRing keys, GrowingLog log, Callers all) throws Exception {
        AccessLog accessLog = LogWriter.over(database.source(), keys);
        all.rate(8, WARM, () -> access(accessLog, log));
        out.println(
                "| callers | rows a second | accesses a second | ratio | place p50/p99 ms | checkpoint p50/p99 ms |");
        out.println("|---|---|---|---|---|---|");
        for (int callers : new int[] {1, 8, Callers.MOST}) {
            double rows = all.rate(callers, SPAN, this::row);
            log.forget();
            double accesses = all.rate(callers, SPAN, () -> access(accessLog, log));
            log.awaitShown();
            out.printf(
                    "| %d | %.0f | %.0f | %.2f | %.0f / %.0f | %.0f / %.0f |%n",
                    callers,
                    rows,
                    accesses,
                    accesses / rows,
                    log.placed().percentile(0.5),
                    log.placed().percentile(0.99),
                    log.shown().percentile(0.5),
                    log.shown().percentile(0.99));
        }
        out.printf("%nPlaces for %d entries that came at once: %.0f a second%n", BACKLOG, backlog(log));
    }

    /** Places given in a second to entries that stand there all at once. */
    private double backlog(GrowingLog log) throws Exception {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("""
                    insert into archive.log_arrival
                        (entry_id, recorded_at, actor, role, action, purpose, outcome, tag, leaf)
                    select gen_random_uuid(), date_trunc('second', now()), decode(repeat('00', 16), 'hex'), 'r', 'a', 'p', 'o',
                        sha256(int4send(i)), decode(repeat('ab', %d), 'hex') from generate_series(1, %d) i""".formatted(ROW, BACKLOG));
        }
        long began = System.nanoTime();
        log.awaitPlaced();
        return BACKLOG * 1e9 / (System.nanoTime() - began);
    }

    private void row() {
        try (PreparedStatement insert =
                database.connection().prepareStatement("insert into archive.bench_row values (?, ?)")) {
            insert.setObject(1, Randoms.id());
            insert.setBytes(2, new byte[ROW]);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void access(AccessLog log, GrowingLog growing) {
        UUID person = persons.get(ThreadLocalRandom.current().nextInt(PERSONS));
        Caller caller = new Caller(
                "officer",
                "case_officer",
                "RD-1",
                Optional.empty(),
                Caller.Assurance.L2,
                Caller.Request.from("127.0.0.0/24"));
        Act act = new Act(
                caller,
                "read_content",
                new Act.Ground("P-SERVICE", "B-LAW"),
                Act.Outcome.done("grant.case_officer"),
                new Act.About(Set.of(person), Optional.of(Randoms.id()), Optional.of(Randoms.id())),
                Map.of("asked", "read_content", "policy", "1"));
        database.inTransaction(() -> {
            UUID entry = log.write(act).get(0).entry();
            growing.commits(entry);
            return entry;
        });
    }
}
