package muhafiz.service.keys;

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

    private final KeyTree tree;
    private final Adversary adversary = new Adversary();
    private final Random random;
    private final Map<UUID, String> living = new TreeMap<>();
    private final Map<UUID, Long> destroyed = new TreeMap<>();
    private final Map<Long, Integer> horizons = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final UnaryOperator<UUID> aboutUnder;
    private int horizon;
    private int crashes;
    private int readableAfterDestruction;

    /**
     * @param aboutUnder the leaf under which a document's metadata is sealed, by the document's own leaf
     */
    KeyModel(KeyTree tree, long seed, UnaryOperator<UUID> aboutUnder) {
        this.aboutUnder = aboutUnder;
        this.tree = tree;
        this.random = new Random(seed);
        this.horizon = random.nextInt(MOST_ROTATIONS_BACK);
        tree.database.listenWith(adversary);
        rotate();
        tree.create(PERSON, LeafKey.fresh(), new Shelf("person", "2026-11"));
    }

    /** A server that died. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    List<String> violations() {
        return violations;
    }

    /** Destroyed leaves that were still in reach when it was looked: without any the adversary would prove nothing. */
    int readableAfterDestruction() {
        return readableAfterDestruction;
    }

    int crashes() {
        return crashes;
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
        if (what < 45) {
            create(fresh(1 + random.nextInt(4)), shelf());
        } else if (what < 55) {
            correct();
        } else if (what < 72) {
            destroy(some(3));
        } else if (what < 76) {
            destroy(some(12));
        } else if (what < 84) {
            rotate();
            look();
        } else if (what < 94) {
            crash();
        } else if (what < 96) {
            horizon = random.nextInt(MOST_ROTATIONS_BACK);
        } else if (what < 98) {
            withMirrorAway();
        } else {
            allAtOnce();
        }
    }

    private Shelf shelf() {
        return new Shelf("RC-" + random.nextInt(3), "2026-11");
    }

    private static Map<UUID, LeafKey> fresh(int count) {
        Map<UUID, LeafKey> fresh = new HashMap<>();
        for (int i = 0; i < count; i++) {
            fresh.put(UUID.randomUUID(), LeafKey.fresh());
        }
        return fresh;
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
        tree.database.listenWith(adversary);
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
            tree.destroy(leaves, UUID.randomUUID());
        } finally {
            tree.database.listenWith(adversary);
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
            tree.rotate(horizon);
        } finally {
            tree.database.listenWith(adversary);
            tree.database
                    .inTransaction(tree.epochs::roots)
                    .forEach(root -> horizons.put(root.epoch(), (int) (root.diesWith() - root.epoch() - 1)));
        }
    }

    /** The server dies before one of the next statements or calls of a root holder, and comes back. */
    private void crash() {
        AtomicInteger left = new AtomicInteger(1 + random.nextInt(12));
        Runnable fate = () -> {
            if (left.decrementAndGet() == 0) {
                throw new Died();
            }
        };
        tree.database.listenWith((statement, values) -> {
            adversary.before(statement, values);
            fate.run();
        });
        tree.main.beforeEach(fate);
        tree.mirror.beforeEach(fate);
        try {
            switch (random.nextInt(3)) {
                case 0 -> create(fresh(3), shelf());
                case 1 -> destroy(some(5));
                default -> rotate();
            }
        } catch (Died died) {
            crashes++;
        } finally {
            tree.main.beforeEach(() -> {});
            tree.mirror.beforeEach(() -> {});
            tree.database.listenWith(adversary);
        }
    }

    private void withMirrorAway() {
        tree.mirror.setAway(true);
        try {
            rotate();
            violations.add("a rotation was finished without the mirror");
        } catch (UnavailableException unfinished) {
            // what is to be expected; the next rotation goes on from here
        } finally {
            tree.mirror.setAway(false);
        }
        look();
    }

    private void allAtOnce() {
        Map<UUID, LeafKey> leaves = fresh(4);
        Shelf shelf = shelf();
        Set<UUID> dying = some(3);
        CompletableFuture<?> creating =
                CompletableFuture.runAsync(() -> leaves.forEach((leaf, key) -> tree.create(leaf, key, shelf)));
        CompletableFuture<?> destroying = CompletableFuture.runAsync(() -> tree.destroy(dying, UUID.randomUUID()));
        CompletableFuture<?> rotating = CompletableFuture.runAsync(() -> tree.rotate(horizon));
        CompletableFuture.allOf(creating, destroying, rotating).join();
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
        Set<UUID> reached = adversary.reach(tree.holders());
        long now = tree.database.inTransaction(
                () -> tree.epochs.newest().orElseThrow().number());
        boolean finished = tree.database.inTransaction(
                () -> tree.epochs.newest().orElseThrow().finished());
        long complete = finished ? now : now - 1;
        for (UUID leaf : new TreeSet<>(destroyed.keySet())) {
            if (reached.contains(leaf) || reached.contains(aboutUnder.apply(leaf))) {
                readableAfterDestruction++;
                if (complete >= outOfReachWith(destroyed.get(leaf)) && rootsEnded()) {
                    violations.add("a leaf destroyed in epoch " + destroyed.get(leaf) + " is in reach in " + complete);
                }
            }
        }
    }

    /** A rotation that was interrupted before its last step has yet to end its roots. */
    private boolean rootsEnded() {
        return tree.database.inTransaction(() -> {
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
