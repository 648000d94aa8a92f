package muhafiz.service.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.Quorum;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.roots.RootHolders;

/** The tree as the server assembles it, with small pages, and each step in a transaction of its own as there. */
class KeyTree {
    private static final int SMALL_PAGE = 4;

    final KeyDatabase database;
    final MemoryRoots main = new MemoryRoots();
    final MemoryRoots mirror = new MemoryRoots();
    final EpochRows epochs;
    final Keyring keyring;
    private final RootHolders holders;
    private final RotationSteps steps;
    private final RecoverySteps recovery;

    KeyTree(KeyDatabase database) {
        this(database, Map.of());
    }

    /** @param others in place of the two in memory, the main one first; none where they are to be used */
    KeyTree(KeyDatabase database, Map<String, RootKeys> others) {
        this.database = database;
        holders = new RootHolders(others.isEmpty() ? inOrder() : others);
        DataSource source = database.source();
        epochs = new EpochRows(source);
        KeyRows rows = rows(source);
        EpochKeys epochKeys = new EpochKeys(epochs, holders);
        PageKeys pageKeys = new PageKeys(epochKeys);
        keyring = keyring(rows, epochs, pageKeys, SMALL_PAGE);
        QuorumRows quorums = new QuorumRows(source);
        steps = new Steps(new RotationSteps(epochs, rows, epochKeys, pageKeys, new QuorumWraps(quorums, epochKeys)));
        recovery = new Recovering(new RecoverySteps(epochs, quorums, epochKeys));
    }

    /** For trees that are built wrongly on purpose. */
    KeyRows rows(DataSource source) {
        return new KeyRows(source);
    }

    /** For trees that are built wrongly on purpose. */
    Keyring keyring(KeyRows rows, EpochRows epochRows, PageKeys pageKeys, int most) {
        return new Keyring(rows, epochRows, pageKeys, most);
    }

    private Map<String, RootKeys> inOrder() {
        Map<String, RootKeys> named = new LinkedHashMap<>();
        named.put("main", main);
        named.put("mirror", mirror);
        return named;
    }

    Map<String, RootKeys> holders() {
        return holders.all();
    }

    void create(UUID leaf, LeafKey key, Shelf shelf) {
        database.inTransaction(() -> {
            keyring.create(leaf, key, shelf);
            return leaf;
        });
    }

    LeafKey open(UUID leaf) {
        return database.inTransaction(() -> keyring.open(leaf));
    }

    boolean holds(UUID leaf) {
        return database.inTransaction(() -> keyring.holds(leaf));
    }

    void destroy(Set<UUID> leaves, UUID order) {
        Set<UUID> left = leaves;
        while (!left.isEmpty()) {
            Set<UUID> next = left;
            left = database.inTransaction(() -> keyring.destroy(next, order));
        }
    }

    Optional<Long> forgottenIn(UUID leaf) {
        return database.inTransaction(() -> epochs.forgottenIn(leaf));
    }

    Rotation.Rotated rotate(int horizon) {
        return rotation(horizon, Optional.empty()).rotate();
    }

    Rotation rotation(int horizon, Optional<QuorumSettings> quorum) {
        return new Rotation(steps, holders, horizon, quorum, InstantSource.system());
    }

    QuorumRecovery quorumRecovery() {
        return new QuorumRecovery(recovery, holders);
    }

    /** Somebody answers for it that nothing of the holder is left. */
    void declareDestroyed(String holder) {
        database.inTransaction(() -> {
            epochs.copies().stream()
                    .filter(copy -> copy.place().equals(holder))
                    .forEach(copy -> epochs.copyIsGone(copy.root(), holder, true));
            return holder;
        });
    }

    /** Each step as one transaction. */
    private final class Steps extends RotationSteps {
        private final RotationSteps own;

        Steps(RotationSteps own) {
            super(null, null, null, null, null);
            this.own = own;
        }

        @Override
        public Optional<Epoch> newest() {
            return database.inTransaction(own::newest);
        }

        @Override
        public Root plan(RotationPlan plan, Set<String> names) {
            return database.inTransaction(() -> own.plan(plan, names));
        }

        @Override
        public Optional<String> planQuorum(Root root, QuorumSettings settings, Instant now) {
            return database.inTransaction(() -> own.planQuorum(root, settings, now));
        }

        @Override
        public void begin(Root root, QuorumTurn quorum) {
            database.inTransaction(() -> {
                own.begin(root, quorum);
                return root;
            });
        }

        @Override
        public int move() {
            return database.inTransaction(own::move);
        }

        @Override
        public boolean finish(Epoch epoch) {
            return database.inTransaction(() -> own.finish(epoch));
        }

        @Override
        public List<Root> due() {
            return database.inTransaction(own::due);
        }

        @Override
        public List<String> holdersOf(Root root) {
            return database.inTransaction(() -> own.holdersOf(root));
        }

        @Override
        public void gone(Root root, String holder) {
            database.inTransaction(() -> {
                own.gone(root, holder);
                return root;
            });
        }

        @Override
        public void complete(Epoch epoch) {
            database.inTransaction(() -> {
                own.complete(epoch);
                return epoch;
            });
        }

        @Override
        public Map<String, Set<String>> expected() {
            return database.inTransaction(own::expected);
        }

        @Override
        public boolean survivesNext(long epoch) {
            return database.inTransaction(() -> own.survivesNext(epoch));
        }

        @Override
        public int alive() {
            return database.inTransaction(own::alive);
        }
    }

    private final class Recovering extends RecoverySteps {
        private final RecoverySteps own;

        Recovering(RecoverySteps own) {
            super(null, null, null);
            this.own = own;
        }

        @Override
        public List<Epoch> lost() {
            return database.inTransaction(own::lost);
        }

        @Override
        public LeafKey open(Epoch epoch, Quorum quorum) {
            return database.inTransaction(() -> own.open(epoch, quorum));
        }

        @Override
        public String plan(Epoch epoch, Set<String> names) {
            return database.inTransaction(() -> own.plan(epoch, names));
        }

        @Override
        public void close(Epoch epoch, LeafKey key, String root) {
            database.inTransaction(() -> {
                own.close(epoch, key, root);
                return root;
            });
        }
    }
}
