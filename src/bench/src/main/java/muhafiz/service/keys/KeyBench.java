package muhafiz.service.keys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.KeyRows.PageRow;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;

/**
 * The key ring on a real PostgreSQL with its real durability: a rotation of ten million leaves' pages, the end of one document, of 100,000
 * of one class and month, and of scattered ones. Pages that are rotated have real keys; the leaves on them, which no rotation touches,
 * are rows made by SQL ({@code MUHAFIZ_BENCH_LEAVES} a page, 256 if it is not set).
 */
public final class KeyBench {
    private static final int PAGES = 39_063;
    private static final int DOCUMENTS = 100_000;
    private static final int SCATTERED = 350;
    private static final int FULL = 256;

    private final PrintStream out;
    private final TimedDatabase timed;
    private final TimedRing ring;
    private final Connection superuser;

    private KeyBench(PrintStream out, TimedDatabase timed, TimedRing ring, Connection superuser) {
        this.out = out;
        this.timed = timed;
        this.ring = ring;
        this.superuser = superuser;
    }

    /** @param arguments the folder for the database and the roots, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        try (Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
                TimedDatabase timed = new TimedDatabase(stand.appDatabase().connect());
                RootKeys roots = BcfksRootKeys.open(home.resolve("roots"));
                Connection superuser = superuser(stand, home).connect()) {
            new KeyBench(System.out, timed, new TimedRing(timed, roots), superuser).run();
        }
    }

    private static Database superuser(Stand stand, Path home) throws IOException {
        String password =
                Files.readString(home.resolve("secrets/db-superuser-password")).strip();
        return stand.ownerDatabase().as("postgres", password);
    }

    private void run() throws SQLException {
        ring.rotate();
        out.println("| what | how many | wall s | database s | each ms (wall) | a second |");
        out.println("|---|---|---|---|---|---|");
        Set<UUID> together = documents();
        measured("create, one class and month, 500 a commit", DOCUMENTS, () -> fill(together, "RC-TOGETHER"));
        Set<UUID> apart = documents();
        fill(apart, "RC-APART");
        settle();
        measured("destroy one by one, each on a full page", SCATTERED, () -> each(apart));
        measured("destroy scattered, each on another page", SCATTERED, () -> ring.destroy(scattered(apart)));
        measured("destroy one class and month", DOCUMENTS, () -> ring.destroy(together));
        pages();
        settle();
        measured("rotate, pages", PAGES, ring::rotate);
        measured("rotate again, pages", PAGES, ring::rotate);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void measured(String what, int count, Work work) throws SQLException {
        timed.spent();
        long began = System.nanoTime();
        work.run();
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        double seconds = wall.toNanos() / 1e9;
        out.printf(
                "| %s | %d | %.2f | %.2f | %.3f | %.0f |%n",
                what, count, seconds, timed.spent().toNanos() / 1e9, seconds * 1000 / count, count / seconds);
    }

    private Set<UUID> documents() {
        Set<UUID> documents = new LinkedHashSet<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(Randoms.id());
        }
        return documents;
    }

    private void fill(Set<UUID> documents, String recordClass) {
        List<UUID> all = new ArrayList<>(documents);
        for (int from = 0; from < all.size(); from += 500) {
            ring.create(all.subList(from, Math.min(all.size(), from + 500)), new Shelf(recordClass, "2026-11"));
        }
    }

    /** Each by an order of its own. */
    private void each(Set<UUID> documents) {
        List<UUID> all = new ArrayList<>(documents);
        for (int i = 0; i < SCATTERED; i++) {
            ring.destroy(Set.of(all.get(i * FULL)));
        }
    }

    /** One document of each page. */
    private static Set<UUID> scattered(Set<UUID> documents) {
        List<UUID> all = new ArrayList<>(documents);
        Set<UUID> some = new LinkedHashSet<>();
        for (int i = 0; i < SCATTERED; i++) {
            some.add(all.get(i * FULL + 100));
        }
        return some;
    }

    /** Ten million leaves' pages, with real keys. */
    private void pages() throws SQLException {
        superuser.setAutoCommit(false);
        try (PreparedStatement page = superuser.prepareStatement(
                "insert into keyring.page (id, version, class, month, number, epoch_id, wrapped) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int number = 0; number < PAGES; number++) {
                PageRow row = ring.page();
                page.setObject(1, row.id());
                page.setInt(2, row.version());
                page.setString(3, "RC-" + number % 30);
                page.setString(4, "2026-" + (10 + number % 3));
                page.setInt(5, number);
                page.setObject(6, row.epoch());
                page.setBytes(7, row.wrapped());
                page.addBatch();
                if (number % 1000 == 999) {
                    page.executeBatch();
                }
            }
            page.executeBatch();
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        String each = System.getenv().getOrDefault("MUHAFIZ_BENCH_LEAVES", Integer.toString(FULL));
        run(
                "insert into keyring.leaf (id, version, page_id, wrapped) select gen_random_uuid(), 1, p.id, decode(repeat('00', 61), 'hex')"
                        + " from keyring.page p, generate_series(1, " + Integer.parseInt(each)
                        + ") where p.class not in ('RC-TOGETHER', 'RC-APART')");
    }

    /** As autovacuum leaves it. */
    private void settle() throws SQLException {
        run("vacuum (analyze) keyring.leaf");
        run("vacuum (analyze) keyring.page");
        run("checkpoint");
    }

    private void run(String sql) throws SQLException {
        superuser.setAutoCommit(true);
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
