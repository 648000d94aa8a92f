package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import muhafiz.service.keys.KeyScene.Deed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever a server dies, another goes on: nothing living is lost, and everything destroyed is destroyed. */
class KeyFaultPointsTest {
    private static KeyDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = KeyDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void aServerMayDieBeforeAndAfterEachStatementAndEachCallOfAHolder(Deed deed) throws Exception {
        FaultPoints faults = new FaultPoints(database, holders(), deed);

        int deaths = faults.dieAtEach();

        System.out.printf("%s: %d fault points%n", deed, deaths);
        assertThat(deaths).isEqualTo(faults.points().size()).isGreaterThan(20);
        assertThat(faults.points()).contains("before commit", "after commit");
    }

    /** Nobody else is there while a copy is put back. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESTORE")
    void aServerMayDieAnywhereBesideAnotherThatCreatesAndOpens(Deed deed) throws Exception {
        FaultPoints faults = new FaultPoints(database, holders(), deed);

        int deaths = faults.dieAtEachBesideAnotherNode();

        System.out.printf("%s: %d fault points beside another node%n", deed, deaths);
        assertThat(deaths).isEqualTo(faults.points().size()).isGreaterThan(20);
    }

    @Test
    void aLeafIsFoundThoughItsPageMovesWhileItsEpochIsLookedFor() throws Exception {
        KeyScene scene = new KeyScene(database, holders());
        scene.restart();
        UUID neighbour = KeyScene.neighbours().get(0);
        AtomicBoolean moved = new AtomicBoolean();
        KeyDatabase.Listener rotatingOnce = (what, values) -> {
            if (what.contains("wraps_of") && moved.compareAndSet(false, true)) {
                Thread other = new Thread(() -> Deed.ROTATE.by(scene));
                other.start();
                join(other);
            }
        };
        scene.listen(rotatingOnce);

        String opened = scene.opened(neighbour);

        assertThat(moved).isTrue();
        assertThat(opened).isEqualTo(scene.living.get(neighbour));
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, WatchedRoots> holders() {
        Map<String, WatchedRoots> holders = new LinkedHashMap<>();
        holders.put("main", new WatchedRoots("main", new MemoryRoots()));
        holders.put("mirror", new WatchedRoots("mirror", new MemoryRoots()));
        return holders;
    }
}
