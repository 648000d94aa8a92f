package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.QuorumKey;
import muhafiz.crypto.keys.QuorumPair;
import muhafiz.crypto.keys.QuorumShare;
import muhafiz.crypto.keys.QuorumShares;
import muhafiz.crypto.keys.RootGoneException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills: a holder of the roots is lost, or all are, and nothing that is wanted is lost with them; nor is anything kept that is not. */
class LostHoldersTest {
    private static final Shelf SHELF = new Shelf("RC-WP", "2026-11");
    private static final UUID ORDER = new UUID(7, 7);

    private static KeyDatabase database;

    @TempDir
    private Path folder;

    private final List<RootKeys> open = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        database = KeyDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() throws Exception {
        database.listenWith((statement, values) -> {});
        database.empty();
    }

    @AfterEach
    void close() {
        open.forEach(RootKeys::close);
    }

    @Test
    void whatTheMainHolderTookWithItIsReadThroughTheMirror() throws Exception {
        RootKeys main = bcfks("main");
        RootKeys mirror = bcfks("mirror");
        KeyTree tree = tree(inOrder("main", main, "mirror-1", mirror));
        tree.rotate(1);
        UUID leaf = created(tree);
        main.close();
        PrivateFiles.remove(folder.resolve("main"));

        KeyTree after = tree(inOrder("main-2", bcfks("main-2"), "mirror-1", mirror));
        after.rotation(1, Optional.empty()).requireKnownHolders();

        assertReadable(after, leaf);
        after.rotate(1);
        assertReadable(tree(Map.of("main-2", open.get(open.size() - 1))), leaf);
    }

    @Test
    void noRotationIsFinishedWhileARootThatShouldEndLiesInAHolderThatIsMissing() {
        tree(inOrder("main", bcfks("main"), "mirror-1", bcfks("mirror"))).rotate(0);

        KeyTree without = tree(Map.of("main", open.get(0)));

        assertThatThrownBy(() -> without.rotate(0))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("root-in-a-holder-not-configured");
        assertThat(open.get(0).alive()).as("what can be ended is ended").hasSize(1);
        without.declareDestroyed("mirror-1");
        assertThat(without.rotate(0).rootsAlive()).isEqualTo(1);
    }

    @Test
    void anotherPlaceUnderAnOldNameIsRefused() {
        tree(Map.of("main", bcfks("main"))).rotate(7);

        KeyTree moved = tree(Map.of("main", bcfks("elsewhere")));

        assertThatThrownBy(() -> moved.rotation(7, Optional.empty()).requireKnownHolders())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("main shows none of the 1 roots");
    }

    @Test
    void aMirrorThatIsAddedHoldsTheKeysFromTheNextRotationOn() {
        KeyTree alone = tree(Map.of("main", bcfks("main")));
        alone.rotate(7);
        UUID leaf = created(alone);

        tree(inOrder("main", open.get(0), "mirror-1", bcfks("mirror"))).rotate(7);

        assertReadable(tree(Map.of("mirror-1", open.get(1))), leaf);
    }

    @Test
    void aRootThatLivesOnInTheTokenLeavesTheRotationUnfinished() throws Exception {
        assumeThat(SoftToken.missing()).as("SoftHSM").isEmpty();
        RootKeys token = SoftToken.roots("drill");
        open.add(token);
        boolean[] away = new boolean[1];
        KeyTree tree = tree(inOrder("main", bcfks("main"), "mirror-1", refusing(token, away)));
        tree.rotate(0);
        String first = token.alive().iterator().next();
        UUID leaf = created(tree);
        UUID dead = created(tree);
        tree.destroy(Set.of(dead), ORDER);

        away[0] = true;
        assertThatThrownBy(() -> tree.rotate(0)).isInstanceOf(UnavailableException.class);

        assertThat(open.get(1).alive()).as("the main holder").doesNotContain(first);
        assertThat(token.alive()).as("the token").contains(first);
        assertThat(outOfReach(tree, dead)).as("not yet out of reach").isEmpty();
        away[0] = false;
        tree.rotate(0);
        assertThat(token.alive()).doesNotContain(first).isEqualTo(open.get(1).alive());
        assertThat(outOfReach(tree, dead)).isPresent();
        assertReadable(tree(Map.of("mirror-1", token)), leaf);
    }

    @Test
    void anEmergencyEndsEveryOlderRootAlthoughItWasInterrupted() {
        WatchedRoots mirror = new WatchedRoots("mirror-1", new MemoryRoots());
        KeyTree tree = tree(inOrder("main", bcfks("main"), "mirror-1", mirror));
        tree.rotate(7);
        tree.rotate(7);
        UUID leaf = created(tree);
        mirror.setAway(true);
        assertThatThrownBy(() -> tree.rotation(7, Optional.empty()).rotateInEmergency())
                .isInstanceOf(UnavailableException.class);
        mirror.setAway(false);

        assertThat(tree.rotate(7).rootsAlive()).isEqualTo(1);

        assertThat(open.get(0).alive()).hasSize(1).isEqualTo(mirror.alive());
        assertReadable(tree, leaf);
    }

    @Test
    void whenEveryHolderIsLostEnoughCustodiansOpenTheKeys() {
        Path shares = folder.resolve("shares");
        KeyTree tree = tree(inOrder("main", bcfks("main"), "mirror-1", bcfks("mirror")));
        Rotation rotation = tree.rotation(7, Optional.of(quorum(2, 3, 30)));
        rotation.rotate();
        UUID leaf = created(tree);
        rotation.rotate();
        List<QuorumShare> handedOut = QuorumShares.read(shares);

        KeyTree after = tree(Map.of("main-2", bcfks("main-2")));
        assertThatThrownBy(() -> after.open(leaf)).isInstanceOf(RootGoneException.class);
        QuorumShares.write(folder.resolve("one"), handedOut.subList(0, 1));
        assertThatThrownBy(() -> after.quorumRecovery().recover(folder.resolve("one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 shares are needed");
        QuorumShares.write(folder.resolve("two"), handedOut.subList(1, 3));

        assertThat(after.quorumRecovery().recover(folder.resolve("two"))).hasSize(1);

        assertThat(handedOut).hasSize(3);
        assertReadable(after, leaf);
        assertThat(after.quorumRecovery().recover(folder.resolve("two")))
                .as("nothing is lost any more")
                .isEmpty();
        after.rotation(7, Optional.of(quorum(2, 3, 30))).rotate();
        assertReadable(tree(Map.of("main-2", open.get(2))), leaf);
    }

    @Test
    void whatIsDestroyedIsOutOfReachOnlyWhenTheOldSharesAreDestroyedToo() {
        KeyTree tree = tree(Map.of("main", bcfks("main")));
        tree.rotation(0, Optional.of(quorum(2, 2, 30))).rotate();
        UUID dead = created(tree);
        tree.destroy(Set.of(dead), ORDER);
        tree.rotation(0, Optional.of(quorum(2, 2, 30))).rotate();
        assertThat(QuorumShares.read(folder.resolve("shares")))
                .as("the same pair goes on")
                .hasSize(2);
        assertThat(outOfReach(tree, dead))
                .as("the holders' root is gone, the quorum's is not")
                .isEmpty();

        tree.rotation(0, Optional.of(quorum(2, 2, 1))).rotate();
        assertThat(QuorumShares.read(folder.resolve("shares"))).as("a new pair").hasSize(4);
        assertThat(outOfReach(tree, dead)).as("the old shares are somewhere").isEmpty();
        String old = QuorumShares.read(folder.resolve("shares")).stream()
                .map(QuorumShare::quorum)
                .filter(name -> name.startsWith("quorum-1-"))
                .findFirst()
                .orElseThrow();
        assertThat(declared(tree, old, 1)).isFalse();
        assertThat(outOfReach(tree, dead)).isEmpty();
        assertThat(declared(tree, old, 2)).isTrue();

        assertThat(outOfReach(tree, dead)).isPresent();
    }

    @Test
    void aPublicKeyThatSomebodyPutIntoTheDatabaseIsNotClosedFor() throws Exception {
        KeyTree tree = tree(Map.of("main", bcfks("main")));
        Rotation rotation = tree.rotation(7, Optional.of(quorum(2, 3, 30)));
        rotation.rotate();
        QuorumKey attackers = QuorumPair.make("quorum-1-x", 2, 2).key();
        database.asSuperuser("update keyring.quorum set public_key = decode('"
                + HexFormat.of().formatHex(attackers.encoded()) + "', 'hex')");

        assertThatThrownBy(rotation::rotate).isInstanceOf(IntegrityException.class);

        assertThat(tree.database.inTransaction(
                        () -> tree.epochs.newest().orElseThrow().number()))
                .isEqualTo(1);
    }

    private static boolean declared(KeyTree tree, String quorum, int share) {
        return tree.database.inTransaction(() -> tree.epochs.copyIsGone(quorum, "share-" + share, true));
    }

    private QuorumSettings quorum(int need, int of, int days) {
        return new QuorumSettings(need, of, Duration.ofDays(days), folder.resolve("shares"));
    }

    private static KeyTree tree(Map<String, RootKeys> holders) {
        return new KeyTree(database, holders);
    }

    private static Map<String, RootKeys> inOrder(String main, RootKeys first, String mirror, RootKeys second) {
        Map<String, RootKeys> holders = new LinkedHashMap<>();
        holders.put(main, first);
        holders.put(mirror, second);
        return holders;
    }

    private RootKeys bcfks(String name) {
        RootKeys made = BcfksRootKeys.open(folder.resolve(name));
        open.add(made);
        return made;
    }

    private static UUID created(KeyTree tree) {
        UUID leaf = UUID.randomUUID();
        try (LeafKey key = LeafKey.fresh()) {
            tree.create(leaf, key, SHELF);
        }
        return leaf;
    }

    private static void assertReadable(KeyTree tree, UUID leaf) {
        try (LeafKey key = tree.open(leaf)) {
            assertThat(key.derive("probe", 16)).hasSize(16);
        }
    }

    private static Optional<Instant> outOfReach(KeyTree tree, UUID leaf) {
        return tree.database.inTransaction(() -> tree.epochs.forgottenIn(leaf).flatMap(tree.epochs::lastRootGone));
    }

    /** The holder itself, but that it does not destroy while it is away. */
    private static RootKeys refusing(RootKeys holder, boolean[] away) {
        return (RootKeys) Proxy.newProxyInstance(
                RootKeys.class.getClassLoader(), new Class<?>[] {RootKeys.class}, (proxy, method, arguments) -> {
                    if (away[0] && method.getName().equals("destroy")) {
                        throw new UnavailableException("away", Duration.ofSeconds(1));
                    }
                    try {
                        return method.invoke(holder, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
