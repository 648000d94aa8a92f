package muhafiz.service.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.TreeHash;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes over one database and one store; one is stopped or killed between every pair of its steps while the other goes on. */
class TwoSequencersNeverForkIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 100;
    private static final int LEAF = 200;

    private static Stand stand;
    private static LogBook book;
    private static Path signatures;
    private static final Set<UUID> WRITTEN = new HashSet<>();

    @BeforeAll
    static void start() throws IOException {
        Path home = RunningArchive.homeOf("two-sequencers");
        PrivateFiles.remove(home);
        stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE, Part.OBJECTS));
        book = new LogBook(stand.ownerDatabase());
        signatures = home.resolve("signatures");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void whoeverIsStoppedOrKilledAnywhereTheLogIsOne() throws Exception {
        int stopped = 0;
        try (NodeProcess other = NodeProcess.start(stand, signatures)) {
            try (NodeProcess slow = NodeProcess.start(stand, signatures)) {
                stopped = stopEverywhere(slow, other);
            }
            assertThat(killEverywhere(other)).as("steps").isBetween(stopped / 2, MOST_STEPS);
            Patience.until(SOON, "all shown", () -> other.cycle().contains("nothing-new"));
        }

        assertThat(stopped).as("steps of a cycle").isGreaterThan(15);
        everyEntryHasOnePlaceAndNoPlaceIsLeftOut();
        everySignatureIsOfOneTree();
    }

    /** How many steps a cycle has. */
    private static int stopEverywhere(NodeProcess slow, NodeProcess other) throws SQLException {
        int step = 0;
        boolean isStopped = true;
        while (isStopped && step < MOST_STEPS) {
            step++;
            write(3);
            awaitFree();
            isStopped = slow.cycleUpTo(step);
            if (isStopped) {
                write(2);
                goesOn(other);
                slow.goOn();
            }
        }
        return step - 1;
    }

    private static int killEverywhere(NodeProcess other) throws Exception {
        int step = 0;
        boolean isKilled = true;
        while (isKilled && step < MOST_STEPS) {
            step++;
            write(3);
            awaitFree();
            try (NodeProcess dying = NodeProcess.start(stand, signatures)) {
                isKilled = dying.cycleUpTo(step);
                dying.kill();
            }
            write(2);
            goesOn(other);
        }
        return step - 1;
    }

    /** The other waits for the lease, and for a row that the first may still hold: then it is the first one's turn again. */
    private static void goesOn(NodeProcess other) {
        if (isRowHeld()) {
            return;
        }
        Patience.until(SOON, "the other has its turn", () -> other.cycle().contains("shown"));
    }

    private static boolean isRowHeld() {
        boolean[] held = new boolean[1];
        try {
            book.execute("select from archive.log_lease for update nowait");
        } catch (IllegalStateException e) {
            held[0] = true;
        }
        return held[0];
    }

    private static void awaitFree() {
        Patience.until(SOON, "the lease is over", () -> {
            boolean[] over = new boolean[1];
            book.query(
                    "select held_until < clock_timestamp() from archive.log_lease", row -> over[0] = row.getBoolean(1));
            return over[0];
        });
    }

    /** Arrivals of any bytes: the tree does not look into them. */
    private static void write(int entries) throws SQLException {
        try (Connection connection = stand.appDatabase().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into archive.log_arrival
                            (entry_id, recorded_at, actor, role, action, purpose, outcome, tag, leaf)
                        values (?, date_trunc('second', now()), decode(repeat('00', 16), 'hex'), '', '', '', '',
                            decode(repeat('00', 32), 'hex'), decode(repeat(md5(?), ?), 'hex'))""")) {
            for (int i = 0; i < entries; i++) {
                UUID entry = UUID.randomUUID();
                insert.setObject(1, entry);
                insert.setString(2, entry.toString());
                insert.setInt(3, LEAF / 16);
                insert.executeUpdate();
                WRITTEN.add(entry);
            }
        }
    }

    private static void everyEntryHasOnePlaceAndNoPlaceIsLeftOut() {
        List<UUID> placed = new ArrayList<>();
        book.query(
                "select entry_id from archive.log_index order by seq", row -> placed.add(row.getObject(1, UUID.class)));
        assertThat(placed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(WRITTEN);
        book.query("select max(seq) + 1, count(*) from archive.log_index", row -> {
            assertThat(row.getLong(1)).isEqualTo(placed.size());
            assertThat(row.getLong(2)).isEqualTo(placed.size());
        });
    }

    /** Each signed root is that of so many first entries of the log as it stands now. */
    private static void everySignatureIsOfOneTree() throws IOException {
        Map<Long, TreeHash> roots = new HashMap<>();
        CompactRange[] tree = {CompactRange.EMPTY};
        book.query("select leaf_hash from archive.log_index order by seq", row -> {
            tree[0] = tree[0].append(List.of(new TreeHash(row.getBytes(1)))).range();
            roots.put(tree[0].size(), tree[0].root());
        });

        List<String> heard = Files.readAllLines(signatures);

        assertThat(heard).hasSizeGreaterThan(30);
        assertThat(heard).allSatisfy(line -> {
            String[] words = line.split(" ");
            assertThat(Optional.ofNullable(roots.get(Long.parseLong(words[0]))).map(TreeHash::toString))
                    .contains(words[1]);
        });
    }
}
