package muhafiz.service.retention;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.stand.Checkout;
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
    private static final int[] TOTALS = {10_000, 100_000, 1_000_000};
    private static final int DUE = 1000;
    private static final int TO_A_CASE = 5;
    private static final int CASES = 500;
    private static final int QUESTIONS = 50;
    private static final LocalDate DAY = LocalDate.of(2040, 1, 1);

    private final PrintStream out;
    private final Connection owner;
    private final Connection server;
    private final Policy policy;

    private RetentionBench(PrintStream out, Connection owner, Connection server, Policy policy) {
        this.out = out;
        this.owner = owner;
        this.server = server;
        this.policy = policy;
    }

    /** @param arguments the folder for the database, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
                Connection owner = stand.ownerDatabase().connect();
                Connection server = stand.appDatabase().connect()) {
            server.setAutoCommit(false);
            new RetentionBench(System.out, owner, server, shipped()).run();
        }
    }

    private static Policy shipped() throws IOException {
        return PolicyFile.read(
                Files.readString(Checkout.find().root().resolve("config").resolve("policy.yaml")));
    }

    private void run() throws SQLException {
        for (int total : TOTALS) {
            fill(total);
            find(total);
        }
        compute("every end moves");
        compute("no end moves");
    }

    private void find(int total) throws SQLException {
        Due due = new Due(OneConnection.always(server));
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
        server.commit();
        Collections.sort(spent);
        out.printf(
                "%,9d documents: the day's %,d found in %.1f ms (median of %d, slowest %.1f ms)%n",
                total, DUE, millis(spent.get(QUESTIONS / 2)), QUESTIONS, millis(spent.get(QUESTIONS - 1)));
    }

    private void compute(String what) throws SQLException {
        DataSource source = OneConnection.always(server);
        LifeRows rows = new LifeRows(source);
        long began = System.nanoTime();
        long documents = 0;
        long moved = 0;
        for (List<UUID> cases = rows.lockCases(new UUID(0, 0), CASES);
                !cases.isEmpty();
                cases = rows.lockCases(cases.get(cases.size() - 1), CASES)) {
            EndDates.Computed computed = EndDates.compute(rows, policy, cases);
            server.commit();
            documents += computed.documents();
            moved += computed.moved();
        }
        server.commit();
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(
                "%s: %,d ends computed, %,d moved, in %.1f s: %,.0f documents a second%n",
                what, documents, moved, seconds, documents / seconds);
    }

    /** A thousand end by the day, the others after it; every end is another than the rule says. */
    private void fill(int total) throws SQLException {
        execute("truncate archive.case_event, archive.document, archive.case_file cascade");
        execute("""
                insert into archive.case_file (id, leaf_id, record_class, unit, channel, source, purpose, basis, policy_version, state,
                    received_at, access_code, sealed, revision, retention_rule, retention_waits)
                select md5('c' || g)::uuid, md5('k' || g)::uuid, 'RC-WP', 'RD-1', 'portal', 'portal', 'P-SERVICE', 'LB-LAW', 1, 'open',
                    timestamptz '2026-01-01', '-', '\\x00', 0, 'RC-WP', 'computation' from generate_series(0, %d) g""".formatted(total / TO_A_CASE - 1));
        execute("""
                insert into archive.case_event (id, case_id, event_type, happened_on, recorded_at, recorded_by, for_review)
                select md5('e' || g)::uuid, md5('c' || g)::uuid, 'permit_expired', date '2036-06-01', timestamptz '2026-06-01', 'officer',
                    false from generate_series(0, %d) g""".formatted(total / TO_A_CASE - 1));
        execute("""
                insert into archive.document (id, case_id, version_id, leaf_id, kind, record_class, state, reasons, source, channel, purpose,
                    basis, policy_version, received_at, sealed_length, sealed_sha256, segments, duplicate_token, about, revision,
                    retention_rule, retention_end, disposal)
                select md5('d' || g)::uuid, md5('c' || g / %d)::uuid, md5('v' || g)::uuid, md5('l' || g)::uuid, 'passport', 'RC-WP',
                    'inspected', '{}', 'portal', 'portal', 'P-SERVICE', 'LB-LAW', 1, timestamptz '2026-01-01', 300000, sha256(''), 1,
                    decode(md5('t' || g), 'hex'), decode(repeat('00', 300), 'hex'), 0, 'RC-WP',
                    case when g %% %d = 0 then date '2040-01-01' - (g %% 7)::int else date '2040-01-02' + (g %% 3000)::int end, 'shred'
                from generate_series(0, %d) g""".formatted(TO_A_CASE, total / DUE, total - 1));
        execute("analyze archive.document, archive.case_file, archive.case_event");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double millis(Duration spent) {
        return spent.toNanos() / 1e6;
    }
}
