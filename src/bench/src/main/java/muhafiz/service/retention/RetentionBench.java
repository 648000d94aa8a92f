package muhafiz.service.retention;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import muhafiz.bench.ThreadDatabase;
import muhafiz.domain.policy.Policy;
import muhafiz.service.config.Statements;
import muhafiz.service.policy.BenchPolicy;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * Finding the thousand documents that are due on a day among 10,000, 100,000 and a million, five to a case; and computing all ends anew,
 * once where every end moves and once where none does. The rows are made by SQL; what is measured is the archive's own statements on a
 * PostgreSQL with its real durability.
 */
public final class RetentionBench {
    private static final int DUE = LargeArchive.DUE;
    private static final int REWRITTEN = 2500;
    private static final int QUESTIONS = 50;
    private static final LocalDate DAY = LocalDate.of(2040, 1, 1);

    private final PrintStream out;
    private final Connection owner;
    private final ThreadDatabase database;
    private final Policy policy;

    private RetentionBench(PrintStream out, Connection owner, ThreadDatabase database, Policy policy) {
        this.out = out;
        this.owner = owner;
        this.database = database;
        this.policy = policy;
    }

    /** @param arguments the folder for the database, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
                Connection owner = stand.ownerDatabase().connect();
                ThreadDatabase database = new ThreadDatabase(stand.appDatabase(), ThreadDatabase.OWN_WORK)) {
            new RetentionBench(System.out, owner, database, BenchPolicy.shipped()).run();
        }
    }

    private void run() throws SQLException {
        int largest = LargeArchive.largest();
        for (int total : new int[] {largest / 100, largest / 10, largest}) {
            LargeArchive.fill(owner, total);
            find(total);
        }
        rewrite();
        compute("every end moves");
        compute("no end moves");
    }

    private void find(int total) throws SQLException {
        Due due = new Due(database.source());
        List<Duration> spent = new ArrayList<>();
        for (int question = 0; question < QUESTIONS; question++) {
            long began = System.nanoTime();
            int found = due.documents(DAY, Set.of("RC-WP"), Optional.empty(), DUE + 1)
                    .size();
            spent.add(Duration.ofNanos(System.nanoTime() - began));
            if (found != DUE) {
                throw new IllegalStateException("found " + found + " of " + DUE);
            }
        }
        Collections.sort(spent);
        out.printf(
                "%,9d documents: the day's %,d found in %.1f ms (median of %d, slowest %.1f ms)%n",
                total, DUE, millis(spent.get(QUESTIONS / 2)), QUESTIONS, millis(spent.get(QUESTIONS - 1)));
    }

    private void compute(String what) throws SQLException {
        LargeArchive.execute(owner, "truncate archive.recomputation");
        RecomputationTurn turn = new Turns();
        database.inTransaction(() -> turn.add(policy.version()));
        long began = System.nanoTime();
        ExecutorService second = Executors.newSingleThreadExecutor();
        recomputation(turn).run(policy.version(), second);
        second.shutdown();
        double seconds = (System.nanoTime() - began) / 1e9;
        Recomputation.Progress done = turn.progress(policy.version()).orElseThrow();
        out.printf(
                "%s: %,d ends computed, %,d moved, in %.1f s: %,.0f documents a second%n",
                what, done.documents(), done.moved(), seconds, done.documents() / seconds);
    }

    @SuppressWarnings("NullAway") // no task is planned
    private Recomputation recomputation(RecomputationTurn turn) {
        return new Recomputation(turn, BenchPolicy.inForce(policy), null, InstantSource.system());
    }

    /** Each in a transaction, as the server gives it one. */
    private final class Turns extends RecomputationTurn {
        Turns() {
            super(database.source(), BenchPolicy.inForce(policy), InstantSource.system());
        }

        @Override
        public List<UUID> next(int version) {
            return database.inTransaction(() -> super.next(version));
        }

        @Override
        public EndDates.Computed compute(List<UUID> cases) {
            return database.inTransaction(() -> super.compute(cases));
        }

        @Override
        public void note(int version, EndDates.Computed computed, UUID last) {
            database.inTransaction(() -> {
                super.note(version, computed, last);
                return last;
            });
        }
    }

    /** What PostgreSQL does in a second where nobody computes: another day in rows whose ids are known, in one transaction after another. */
    private void rewrite() {
        Statements sql = new Statements(database.source());
        List<UUID> ids = sql.all(
                "select id from archive.document order by case_id limit ?",
                row -> row.getObject(1, UUID.class),
                LargeArchive.largest() / 5);
        long began = System.nanoTime();
        for (int from = 0; from < ids.size(); from += REWRITTEN) {
            UUID[] some =
                    ids.subList(from, Math.min(ids.size(), from + REWRITTEN)).toArray(UUID[]::new);
            database.inTransaction(() -> sql.change(
                    "update archive.document set retention_end = retention_end + 1 where id = any (?)", (Object) some));
        }
        out.printf(
                "beside it, bare: %,d rows get another day, %,.0f a second%n",
                ids.size(), ids.size() * 1e9 / (System.nanoTime() - began));
    }

    private static double millis(Duration spent) {
        return spent.toNanos() / 1e6;
    }
}
