package muhafiz.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import muhafiz.crypto.keys.LeafKey;

/**
 * One and the same small key ring before an act: two rotations, two shelves, something destroyed, sparse pages. Who lives and who does not
 * is known, and is held against what the ring says after the act, and against an adversary's reach when the horizon has passed.
 */
final class KeyScene {
    static final Shelf SHELF = new Shelf("RC-1", "2026-11");

    private static final Shelf OTHER = new Shelf("RC-2", "2026-10");
    private static final int HORIZON = 1;
    private static final UUID ORDER = new UUID(9, 9);

    final Map<UUID, String> living = new LinkedHashMap<>();
    private final KeyDatabase database;
    private final Map<String, WatchedRoots> holders;
    private final Adversary adversary = new Adversary();
    private final Set<UUID> destroyed = new HashSet<>();
    private final Set<Tombstone> tombstones = new HashSet<>();
    private KeyTree tree;
    private int made;

    KeyScene(KeyDatabase database, Map<String, WatchedRoots> holders) throws Exception {
        this.database = database;
        this.holders = holders;
        listen(KeyDatabase.NOBODY);
        database.empty();
        holders.values().forEach(WatchedRoots::empty);
        restart();
        listen(adversary);
        tree.rotate(HORIZON);
        create(SHELF, 2 * KeyTree.SMALL_PAGE + 1);
        create(OTHER, 3);
        destroy(leaves(0, 1));
        tree.rotate(HORIZON);
        destroy(leaves(2, 4, 5, 6));
    }

    /** What is done to it. */
    enum Deed {
        ROTATE {
            @Override
            void by(KeyScene scene) {
                scene.tree.rotate(HORIZON);
            }
        },
        DESTROY {
            @Override
            void by(KeyScene scene) {
                scene.destroy(scene.leaves(3, 8, 9));
            }
        },
        COMPACT {
            @Override
            void by(KeyScene scene) {
                scene.tree.compact();
            }
        },
        /** The database is the copy already; what came after the copy is known from elsewhere. */
        RESTORE {
            @Override
            void prepare(KeyScene scene) throws Exception {
                scene.loseAllSinceACopy();
            }

            @Override
            void by(KeyScene scene) {
                scene.tree.restored(scene.tombstones, HORIZON, Optional.empty());
            }
        };

        void prepare(KeyScene scene) throws Exception {}

        abstract void by(KeyScene scene);
    }

    private void loseAllSinceACopy() throws Exception {
        Map<String, byte[]> copy = database.dump();
        create(SHELF, 2);
        destroy(leaves(3, 12));
        tree.rotate(HORIZON);
        destroy(leaves(10));
        tombstones.addAll(database.tombstones());
        database.restore(copy);
        living.remove(leaf(13));
        restart();
    }

    Adversary adversary() {
        return adversary;
    }

    void listen(KeyDatabase.Listener listener) {
        database.listenWith(listener);
        holders.values().forEach(holder -> holder.listenWith(listener));
    }

    /** The server is another one, which remembers nothing. */
    void restart() {
        tree = new KeyTree(database, holders);
    }

    void create(Shelf shelf, int count) {
        for (int i = 0; i < count; i++) {
            UUID leaf = leaf(made++);
            try (LeafKey key = LeafKey.fresh()) {
                tree.create(leaf, key, shelf);
                living.put(leaf, fingerprint(key));
            }
        }
    }

    private void destroy(Set<UUID> leaves) {
        destroyed.addAll(leaves);
        living.keySet().removeAll(leaves);
        tree.destroy(leaves, ORDER);
    }

    private static UUID leaf(long number) {
        return new UUID(1, number);
    }

    private Set<UUID> leaves(long... numbers) {
        return LongStream.of(numbers).mapToObj(KeyScene::leaf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Two that live: one on a page that is merged away, one on a page where another leaf dies. */
    static List<UUID> neighbours() {
        return List.of(leaf(7), leaf(10));
    }

    /** The leaf's fingerprint, as the ring opens it. */
    String opened(UUID leaf) {
        try (LeafKey key = tree.open(leaf)) {
            return fingerprint(key);
        }
    }

    static String fingerprint(LeafKey key) {
        return HexFormat.of().formatHex(key.derive("probe", 16));
    }

    /** All that must hold when the deed is done at last. */
    void check() throws Exception {
        List<Long> behind = List.copyOf(database.read(
                "select count(*) from keyring.page p where p.epoch_id <>"
                        + " (select id from keyring.epoch order by number desc limit 1)",
                row -> row.getLong(1)));
        assertThat(behind).as("pages left under an old epoch").containsExactly(0L);
        checkLeaves();
        IntStream.rangeClosed(0, HORIZON).forEach(i -> tree.rotate(HORIZON));
        checkLeaves();
        Set<UUID> reach = adversary.reach(holders, new Custodians(database));
        assertThat(reach).as("destroyed, and in reach").doesNotContainAnyElementsOf(destroyed);
        assertThat(reach).as("living").containsAll(living.keySet());
        Set<String> known = database.read("select id from keyring.root where gone_at is null", row -> row.getString(1));
        holders.forEach((name, holder) ->
                assertThat(holder.alive()).as("roots in " + name).containsExactlyInAnyOrderElementsOf(known));
    }

    private void checkLeaves() {
        living.forEach((leaf, print) -> assertThat(opened(leaf)).isEqualTo(print));
        destroyed.forEach(leaf -> {
            assertThat(tree.holds(leaf)).isFalse();
            assertThat(tree.forgottenIn(leaf)).isPresent();
        });
    }
}
