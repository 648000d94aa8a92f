package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.keys.KeyScene.Deed;
import muhafiz.service.keys.KeyStories.Told;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same stories and the same deaths with the roots where an archive has them: two BCFKS folders, and a PKCS#11 token with a BCFKS mirror.
 * Such holders take their time, so there are fewer stories, and of the points at which a server may die only those after their own calls.
 */
class KeysInRealHoldersTest {
    private static final int SEEDS = 3;
    private static final int STEPS = 50;

    private static KeyDatabase database;

    private final Map<String, WatchedRoots> holders = new LinkedHashMap<>();

    /** Where the main holder has its roots. */
    enum Home {
        BCFKS {
            @Override
            Optional<String> missing() {
                return Optional.empty();
            }

            @Override
            RootKeys open() throws IOException {
                return bcfks("main");
            }
        },
        SOFTHSM {
            @Override
            Optional<String> missing() {
                return SoftToken.missing();
            }

            @Override
            RootKeys open() {
                return SoftToken.roots("tree");
            }
        };

        abstract Optional<String> missing();

        abstract RootKeys open() throws IOException;
    }

    @BeforeAll
    static void start() throws Exception {
        database = KeyDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @AfterEach
    void letGo() {
        holders.values().forEach(WatchedRoots::close);
    }

    @ParameterizedTest
    @EnumSource
    void whatLivesIsThereAndWhatWasDestroyedIsInNobodysReach(Home home) throws Exception {
        open(home);

        Told told = new KeyStories(database, holders, SEEDS, STEPS).tell(KeyTree::new);

        assertThat(told.violations()).isEmpty();
        assertThat(told.readable()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aServerMayDieAfterEachCallOfTheMainHolder(Home home) throws Exception {
        open(home);

        FaultPoints faults = new FaultPoints(database, holders, Deed.ROTATE);

        int deaths = faults.dieWhere(point -> faults.points().get(point).startsWith("after main."));

        System.out.printf(
                "rotation in %s: %d of %d fault points%n",
                home, deaths, faults.points().size());
        assertThat(deaths).isGreaterThan(3);
    }

    private void open(Home home) throws Exception {
        home.missing().ifPresent(why -> System.err.println("SKIPPED " + home + ": " + why));
        assumeTrue(home.missing().isEmpty(), () -> home.missing().orElseThrow());
        holders.put("main", new WatchedRoots("main", home.open()));
        holders.put("mirror", new WatchedRoots("mirror", bcfks("mirror")));
    }

    private static RootKeys bcfks(String name) throws IOException {
        Path folder = Path.of("target", "key-holders", name).toAbsolutePath();
        PrivateFiles.remove(folder);
        return BcfksRootKeys.open(folder);
    }
}
