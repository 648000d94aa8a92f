package muhafiz.service.keys;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;

/** Does to a tree what an archive would, at random, and knows what must be readable and what must not. One seed, one story. */
final class KeyModel {
    /** The leaf of a person who is not forgotten. */
    static final UUID PERSON = new UUID(1, 1);

    private static final int MOST_ROTATIONS_BACK = 4;

    private final KeyDatabase database;
    private final Map<String, WatchedRoots> holders;
    private final KeyTree.Maker maker;
    private final Adversary adversary = new Adversary();
    private final Custodians custodians;
    private final Random random;
    private final boolean hasQuorum;
    private final Map<UUID, String> living = new TreeMap<>();
    private final Map<UUID, Long> destroyed = new TreeMap<>();
    private final Set<Tombstone> elsewhere = new HashSet<>();
    private final Map<Long, Integer> horizons = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final UnaryOperator<UUID> aboutUnder;
    private KeyTree tree;
    private int horizon;
    private Optional<Copy> copy = Optional.empty();
    private int crashes;
    private int restores;
    private int merged;
    private int readableAfterDestruction;

    /**
     * @param holders of the roots, the main one first; at least two
     * @param aboutUnder the leaf under which a document's metadata is sealed, by the document's own leaf
     */
    KeyModel(
            KeyDatabase database,
            Map<String, WatchedRoots> holders,
            KeyTree.Maker maker,
            long seed,
            UnaryOperator<UUID> aboutUnder) {
        this.database = database;
        this.holders = holders;
        this.maker = maker;
        this.aboutUnder = aboutUnder;
        this.tree = maker.start(database, holders);
        this.custodians = new Custodians(database);
        this.random = new Random(seed);
        this.hasQuorum = seed % 2 == 0;
        this.horizon = random.nextInt(MOST_ROTATIONS_BACK);
        database.listenWith(adversary);
        rotate();
        tree.create(PERSON, LeafKey.fresh(), new Shelf("person", "2026-11"));
    }

    /**
     * The schema's rows as they were.
     *
     * @param roots those that must be alive for the copy to be of use
     */
    private record Copy(Map<String, byte[]> tables, Map<UUID, String> living, Set<String> roots) {}

    List<String> violations() {
        return violations;
    }

    /** Destroyed leaves that were still in reach when it was looked: without any the adversary would prove nothing. */
    int readableAfterDestruction() {
        return readableAfterDestruction;
    }

    /** How many pairs of the quorum were replaced and declared destroyed. */
    int declared() {
        return custodians.declared();
    }

    int crashes() {
        return crashes;
    }

    int restores() {
        return restores;
    }

    /** How many pages were merged away. */
    int merged() {
        return merged;
    }

    void step() {
        try {
            act();
        } catch (CompletionException e) {
            violations.add("a living leaf cannot be opened by one of many: " + e.getCause());
        } catch (IntegrityException e) {
            violations.add("a living leaf cannot be opened, and stops its page");
        }
    }

    private void act() {
        int what = random.nextInt(100);
        if (what < 40) {
            create(fresh(1 + random.nextInt(4)), shelf());
        } else if (what < 48) {
            correct();
        } else if (what < 64) {
            destroy(some(3));
        } else if (what < 68) {
            destroy(some(12));
        } else if (what < 76) {
            rotate();
            look();
        } else if (what < 80) {
            merged += tree.compact();
        } else if (what < 90) {
            crash();
        } else if (what < 91) {
            horizon = random.nextInt(MOST_ROTATIONS_BACK);
        } else if (what < 93) {
            custodians.destroyReplaced(tree);
            look();
        } else if (what < 94) {
            withMirrorAway();
        } else if (what < 97) {
            copy = Optional.of(copied());
        } else if (what < 99) {
            lose();
            afterRestore();
        } else {
            allAtOnce();
        }
    }

    private Shelf shelf() {
        return new Shelf("RC-" + random.nextInt(3), "2026-11");
    }

    private Map<UUID, LeafKey> fresh(int count) {
        Map<UUID, LeafKey> fresh = new HashMap<>();
        for (int i = 0; i < count; i++) {
            fresh.put(id(), LeafKey.fresh());
        }
        return fresh;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Set<UUID> some(int most) {
        List<UUID> all = new ArrayList<>(living.keySet());
        Set<UUID> some = new HashSet<>();
        for (int i = 0; i < most && !all.isEmpty(); i++) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    private void create(Map<UUID, LeafKey> leaves, Shelf shelf) {
        try {
            leaves.forEach((leaf, key) -> tree.create(leaf, key, shelf));
        } finally {
            settle(leaves);
        }
    }

    private void settle(Map<UUID, LeafKey> leaves) {
        listen(adversary);
        leaves.forEach((leaf, key) -> {
            if (tree.holds(leaf)) {
                living.put(leaf, fingerprint(key));
            }
        });
    }

    /** Another value under another leaf; the old one is forgotten. */
    private void correct() {
        create(fresh(1), shelf());
        destroy(some(1));
    }

    private void destroy(Set<UUID> leaves) {
        try {
            tree.destroy(leaves, id());
        } finally {
            listen(adversary);
            for (UUID leaf : leaves) {
                Optional<Long> epoch = tree.forgottenIn(leaf);
                if (epoch.isPresent() && living.remove(leaf) != null) {
                    destroyed.put(leaf, epoch.get());
                }
            }
        }
    }

    private void rotate() {
        try {
            tree.rotation(horizon, quorum()).rotate();
        } finally {
            listen(adversary);
            noteHorizons();
        }
    }

    /** Every other story has one; now and then its pair is at its end. */
    private Optional<QuorumSettings> quorum() {
        return hasQuorum
                ? Optional.of(custodians.settings(Duration.ofDays(random.nextInt(3) == 0 ? 1 : 30)))
                : Optional.empty();
    }

    private void noteHorizons() {
        database.inTransaction(tree.epochs::roots)
                .forEach(root -> horizons.merge(root.epoch(), (int) (root.diesWith() - root.epoch() - 1), Math::max));
    }

    private Copy copied() {
        try {
            return new Copy(
                    database.dump(),
                    new TreeMap<>(living),
                    database.read("select root from keyring.epoch_wrap", row -> row.getString(1)));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database is lost, and the copy put in its place, if there is one whose roots are alive. Tombstones are kept elsewhere too. */
    private void lose() {
        Copy back = copy.filter(
                        old -> holders.values().iterator().next().alive().containsAll(old.roots()))
                .orElseGet(this::copied);
        try {
            elsewhere.addAll(database.tombstones());
            database.restore(back.tables());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        living.clear();
        living.putAll(back.living());
        living.keySet().removeAll(destroyed.keySet());
        tree = maker.start(database, holders);
        restores++;
    }

    private void afterRestore() {
        tree.restored(elsewhere, horizon, quorum());
        custodians.destroyUnknown();
        noteHorizons();
        look();
    }

    /** The server dies before or after one of the next statements or calls of a root holder, and another is started. */
    private void crash() {
        int what = random.nextInt(5);
        AtomicInteger left = new AtomicInteger(1 + random.nextInt(what == 4 ? 60 : 24));
        if (what == 4) {
            lose();
        }
        listen(new Fate(left));
        try {
            switch (what) {
                case 0 -> create(fresh(3), shelf());
                case 1 -> destroy(some(5));
                case 2 -> merged += tree.compact();
                case 3 -> rotate();
                default -> afterRestore();
            }
        } catch (Died died) {
            crashes++;
            tree = maker.start(database, holders);
            listen(adversary);
            if (what == 4) {
                afterRestore();
            }
        } finally {
            listen(adversary);
        }
    }

    /** Ends the server when it has seen so much. */
    private final class Fate implements KeyDatabase.Listener {
        private final AtomicInteger left;

        Fate(AtomicInteger left) {
            this.left = left;
        }

        @Override
        public void before(String what, Map<Integer, Object> values) {
            adversary.before(what, values);
            after(what, values);
        }

        @Override
        public void after(String what, Map<Integer, Object> values) {
            if (left.decrementAndGet() == 0) {
                throw new Died();
            }
        }
    }

    private void listen(KeyDatabase.Listener listener) {
        database.listenWith(listener);
        holders.values().forEach(holder -> holder.listenWith(listener));
    }

    private void withMirrorAway() {
        WatchedRoots mirror = holders.get("mirror");
        mirror.setAway(true);
        try {
            rotate();
            violations.add("a rotation was finished without the mirror");
        } catch (UnavailableException unfinished) {
            // what is to be expected; the next rotation goes on from here
        } finally {
            mirror.setAway(false);
        }
        look();
    }

    private void allAtOnce() {
        Map<UUID, LeafKey> leaves = fresh(4);
        Shelf shelf = shelf();
        Set<UUID> dying = some(3);
        UUID order = id();
        CompletableFuture<?> creating =
                CompletableFuture.runAsync(() -> leaves.forEach((leaf, key) -> tree.create(leaf, key, shelf)));
        CompletableFuture<?> destroying = CompletableFuture.runAsync(() -> tree.destroy(dying, order));
        Rotation rotation = tree.rotation(horizon, quorum());
        CompletableFuture<?> rotating = CompletableFuture.runAsync(rotation::rotate);
        CompletableFuture<Integer> compacting = CompletableFuture.supplyAsync(tree::compact);
        CompletableFuture.allOf(creating, destroying, rotating, compacting).join();
        merged += compacting.join();
        settle(leaves);
        destroy(dying);
        rotate();
        look();
    }

    /** Holds what is, and what an adversary can open, against what must be. */
    void look() {
        living.forEach((leaf, print) -> {
            try (LeafKey key = tree.open(leaf)) {
                if (!fingerprint(key).equals(print)) {
                    violations.add("a living leaf has another key");
                }
            } catch (RuntimeException e) {
                violations.add("a living leaf cannot be opened: " + e.getClass().getSimpleName());
            }
        });
        Set<UUID> reached = adversary.reach(holders, custodians);
        long now =
                database.inTransaction(() -> tree.epochs.newest().orElseThrow().number());
        boolean finished =
                database.inTransaction(() -> tree.epochs.newest().orElseThrow().finished());
        long complete = finished ? now : now - 1;
        for (UUID leaf : new TreeSet<>(destroyed.keySet())) {
            if (reached.contains(leaf) || reached.contains(aboutUnder.apply(leaf))) {
                readableAfterDestruction++;
                if (isCertified(destroyed.get(leaf))) {
                    violations.add(
                            "a leaf destroyed in epoch " + destroyed.get(leaf) + " is in reach though certified");
                }
                if (!hasQuorum && complete >= outOfReachWith(destroyed.get(leaf)) && rootsEnded()) {
                    violations.add("a leaf destroyed in epoch " + destroyed.get(leaf) + " is in reach in " + complete);
                }
            }
        }
    }

    /** Whether the second part of a certificate could be issued. */
    private boolean isCertified(long epoch) {
        return database.inTransaction(() -> tree.epochs.lastRootGone(epoch)).isPresent();
    }

    /** A rotation that was interrupted before its last step has yet to end its roots. */
    private boolean rootsEnded() {
        return database.inTransaction(() -> {
            long newest = tree.epochs.newest().orElseThrow().number();
            return tree.epochs.roots().stream().noneMatch(root -> root.diesWith() <= newest);
        });
    }

    /** The rotation with which the last root dies that can reach what was forgotten in that epoch. */
    private long outOfReachWith(long epoch) {
        return horizons.entrySet().stream()
                .filter(root -> root.getKey() <= epoch)
                .mapToLong(root -> root.getKey() + root.getValue() + 1)
                .max()
                .orElse(epoch + 1);
    }

    private static String fingerprint(LeafKey key) {
        return HexFormat.of().formatHex(key.derive("probe", 16));
    }
}
