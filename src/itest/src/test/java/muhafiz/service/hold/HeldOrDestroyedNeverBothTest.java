package muhafiz.service.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import muhafiz.domain.document.Restriction;
import muhafiz.service.hold.HoldView.Hands;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Obstacle;
import muhafiz.service.retention.Restrictions;
import muhafiz.service.retention.Spent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hold, a restriction and a destruction of one document, begun at once by three nodes, a thousand times. */
class HeldOrDestroyedNeverBothTest {
    private static final int TIMES = 1000;
    private static final long SEED = 20261122;

    private static HeldDatabase database;
    private static ExecutorService nodes;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() throws Exception {
        database = HeldDatabase.start("held");
        nodes = Executors.newFixedThreadPool(3);
    }

    @AfterAll
    static void stop() {
        nodes.shutdownNow();
        database.close();
    }

    /** What became of a document. */
    private record Fate(boolean held, boolean restricted, boolean destroyed) {}

    @Test
    void aDocumentIsHeldOrRestrictedOrDestroyedAndNeverDestroyedWithEither() throws Exception {
        int destroyed = 0;
        int kept = 0;
        for (int time = 0; time < TIMES; time++) {
            Fate fate = oneInterleaving();

            assertThat(fate.destroyed() && (fate.held() || fate.restricted()))
                    .as("seed %d, interleaving %d: %s", SEED, time, fate)
                    .isFalse();
            assertThat(fate.destroyed() || fate.held() || fate.restricted())
                    .as("seed %d, interleaving %d: somebody comes first", SEED, time)
                    .isTrue();
            destroyed += fate.destroyed() ? 1 : 0;
            kept += fate.destroyed() ? 0 : 1;
        }

        // Both orders happened, or the threads never met.
        assertThat(destroyed).isPositive();
        assertThat(kept).isPositive();
    }

    private Fate oneInterleaving() throws Exception {
        UUID document = database.document();
        CyclicBarrier together = new CyclicBarrier(3);
        List<Callable<Boolean>> acts = new ArrayList<>(List.of(
                () -> met(together, node -> hold(node, document)),
                () -> met(together, node -> restrict(node, document)),
                () -> met(together, node -> destroy(node, document))));
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(order, random);
        Map<Integer, Future<Boolean>> done = new HashMap<>();
        for (int which : order) {
            done.put(which, nodes.submit(acts.get(which)));
        }
        return new Fate(done.get(0).get(), done.get(1).get(), done.get(2).get());
    }

    private interface Act {
        boolean on(DataSource node);
    }

    private static boolean met(CyclicBarrier together, Act act) throws Exception {
        together.await();
        return database.inTransaction(act::on);
    }

    /** As {@link HoldDesk} does it. */
    private static boolean hold(DataSource node, UUID document) {
        HoldRows rows = new HoldRows(node);
        if (rows.lock(Set.of(document)).isEmpty()) {
            return false;
        }
        Hands hands = new Hands("records", Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty());
        rows.add(
                new HoldRows.Row(
                        UUID.randomUUID(), Optional.empty(), UUID.randomUUID(), new byte[1], LocalDate.EPOCH, hands),
                Set.of(document));
        return true;
    }

    /** As a request's decision will; a document that is gone is not restricted. */
    private static boolean restrict(DataSource node, UUID document) {
        Restrictions restrictions = new Restrictions(node);
        restrictions.impose(Set.of(document), new Restriction(Instant.EPOCH, "test/" + document), "dpo");
        return database.exists(node, document);
    }

    /** As {@link muhafiz.service.destruction} does it: what stands is asked under the lock, then the row goes. */
    private static boolean destroy(DataSource node, UUID document) {
        List<Obstacle> standing = new Guard(node).lock(Set.of(document)).get(document);
        if (standing == null || !standing.isEmpty()) {
            return false;
        }
        new Spent(node).ofDocument(document);
        database.remove(node, document);
        return true;
    }

    @Test
    void twoHoldsStandAtOnceAndTheReleaseOfOneLeavesTheOther() throws SQLException {
        UUID document = database.document();
        database.inTransaction(node -> hold(node, document) && hold(node, document));

        database.execute("update archive.hold set release_asked_by = 'dpo', released_by = 'dpo2', released_at = now()"
                + " where id = (select min(hold_id::text)::uuid from archive.hold_item where document_id = '" + document
                + "')");

        boolean destroyed = database.inTransaction(node -> destroy(node, document));

        assertThat(destroyed).isFalse();
    }
}
