package muhafiz.service.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
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
    private final RootHolders holders = new RootHolders(inOrder());
    private final RotationSteps steps;

    KeyTree(KeyDatabase database) {
        this.database = database;
        DataSource source = database.source();
        epochs = new EpochRows(source);
        KeyRows rows = rows(source);
        EpochKeys epochKeys = new EpochKeys(epochs, holders);
        PageKeys pageKeys = new PageKeys(epochKeys);
        keyring = keyring(rows, epochs, pageKeys, SMALL_PAGE);
        steps = new Steps(new RotationSteps(epochs, rows, epochKeys, pageKeys));
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
        return new Rotation(steps, holders, horizon).rotate();
    }

    /** Each step as one transaction. */
    private final class Steps extends RotationSteps {
        private final RotationSteps own;

        Steps(RotationSteps own) {
            super(null, null, null, null);
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
        public void begin(Root root) {
            database.inTransaction(() -> {
                own.begin(root);
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
}
