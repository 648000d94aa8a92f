package muhafiz.service.keys;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.keys.KeyRows.PageRow;
import muhafiz.service.roots.RootHolders;

/** A key ring as a server assembles it, with each step in a transaction of its own. */
final class TimedRing {
    private static final int HORIZON = 7;

    private final TimedDatabase database;
    private final KeyRows rows;
    private final EpochRows epochs;
    private final EpochKeys epochKeys;
    private final PageKeys pageKeys;
    private final RootHolders holders;
    private final Keyring keyring;

    TimedRing(TimedDatabase database, RootKeys roots) {
        this.database = database;
        this.rows = new KeyRows(database.source());
        this.epochs = new EpochRows(database.source());
        this.holders = new RootHolders(Map.of("main", roots));
        this.epochKeys = new EpochKeys(epochs, holders);
        this.pageKeys = new PageKeys(epochKeys);
        this.keyring = new Keyring(rows, epochs, pageKeys);
    }

    void rotate() {
        new Rotation(new Transactions(), holders, HORIZON, Optional.empty(), InstantSource.system()).rotate();
    }

    /** Leaves of one shelf, in one transaction. */
    void create(List<UUID> leaves, Shelf shelf) {
        database.inTransaction(() -> {
            for (UUID leaf : leaves) {
                try (LeafKey key = LeafKey.fresh()) {
                    keyring.create(leaf, key, shelf);
                }
            }
            return leaves;
        });
    }

    void destroy(Set<UUID> leaves) {
        new Forgetting(new Forgetting.Turn(keyring) {
                    @Override
                    public Set<UUID> destroy(UUID first, Set<UUID> all, UUID order) {
                        return database.inTransaction(() -> super.destroy(first, all, order));
                    }
                })
                .destroy(leaves, Randoms.id());
    }

    /** A page under the newest epoch with a fresh key, in no row yet. */
    PageRow page() {
        Epoch newest = database.inTransaction(() -> epochs.newest().orElseThrow());
        try (LeafKey key = LeafKey.fresh()) {
            return pageKeys.wrapped(Randoms.id(), 1, key, newest);
        }
    }

    private final class Transactions extends RotationSteps {
        Transactions() {
            super(epochs, rows, epochKeys, pageKeys, new QuorumWraps(new QuorumRows(database.source()), epochKeys));
        }

        @Override
        public Optional<Epoch> newest() {
            return database.inTransaction(super::newest);
        }

        @Override
        public Root plan(RotationPlan plan, Set<String> names) {
            return database.inTransaction(() -> super.plan(plan, names));
        }

        @Override
        public void begin(Root root, QuorumTurn quorum) {
            run(() -> super.begin(root, quorum));
        }

        @Override
        public int move() {
            return database.inTransaction(super::move);
        }

        @Override
        public boolean finish(Epoch epoch) {
            return database.inTransaction(() -> super.finish(epoch));
        }

        @Override
        public List<Root> due() {
            return database.inTransaction(super::due);
        }

        @Override
        public List<String> holdersOf(Root root) {
            return database.inTransaction(() -> super.holdersOf(root));
        }

        @Override
        public void gone(Root root, String holder) {
            run(() -> super.gone(root, holder));
        }

        @Override
        public void complete(Epoch epoch) {
            run(() -> super.complete(epoch));
        }

        @Override
        public Map<String, Set<String>> expected() {
            return database.inTransaction(super::expected);
        }

        @Override
        public int alive() {
            return database.inTransaction(super::alive);
        }

        private void run(Runnable step) {
            database.inTransaction(() -> {
                step.run();
                return step;
            });
        }
    }
}
