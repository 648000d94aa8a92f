package muhafiz.service.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.Quorum;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.roots.RootHolders;

/** The tree as a server assembles it that has just started, with small pages, and each step in a transaction of its own as there. */
class KeyTree {
    static final int SMALL_PAGE = 4;

    final KeyDatabase database;
    final EpochRows epochs;
    final Keyring keyring;
    private final KeyRows rows;
    private final RootHolders holders;
    private final EpochKeys epochKeys;
    private final PageKeys pageKeys;
    private final QuorumRows quorums;

    /** Makes a server, right or wrong on purpose, on a database and holders that others may have used before. */
    interface Maker {
        KeyTree start(KeyDatabase database, Map<String, WatchedRoots> holders);
    }

    KeyTree(KeyDatabase database, Map<String, ? extends RootKeys> holders) {
        this.database = database;
        this.holders = new RootHolders(new LinkedHashMap<>(holders));
        DataSource source = database.source();
        epochs = new EpochRows(source);
        rows = rows(source);
        epochKeys = new EpochKeys(epochs, this.holders);
        pageKeys = new PageKeys(epochKeys);
        keyring = keyring(rows, epochs, pageKeys, SMALL_PAGE);
        quorums = new QuorumRows(source);
    }

    /** For trees that are built wrongly on purpose. */
    KeyRows rows(DataSource source) {
        return new KeyRows(source);
    }

    /** For trees that are built wrongly on purpose. */
    Keyring keyring(KeyRows keyRows, EpochRows epochRows, PageKeys keys, int most) {
        return new Keyring(keyRows, epochRows, keys, most);
    }

    /** For trees that are built wrongly on purpose. */
    Restored restored(RestoreSteps steps, RootHolders roots, Rotation rotation) {
        return new Restored(steps, roots, rotation);
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
        new Forgetting(new Forgetting.Turn(keyring) {
                    @Override
                    public Set<UUID> destroy(UUID first, Set<UUID> all, UUID by) {
                        return database.inTransaction(() -> super.destroy(first, all, by));
                    }
                })
                .destroy(leaves, order);
    }

    Optional<Long> forgottenIn(UUID leaf) {
        return database.inTransaction(() -> epochs.forgottenIn(leaf));
    }

    int compact() {
        return new Compaction(new Compaction.Turn(new PageMerge(rows, epochs, pageKeys, SMALL_PAGE)) {
                    @Override
                    public Iterable<Shelf> sparseShelves() {
                        return database.inTransaction(super::sparseShelves);
                    }

                    @Override
                    public int merge(Shelf shelf) {
                        return database.inTransaction(() -> super.merge(shelf));
                    }
                })
                .compact();
    }

    Rotation.Rotated rotate(int horizon) {
        return rotation(horizon, Optional.empty()).rotate();
    }

    /** After the database was put back from a copy. */
    void restored(Set<Tombstone> tombstones, int horizon, Optional<QuorumSettings> quorum) {
        restored(new RestoreTransactions(), holders, rotation(horizon, quorum)).apply(tombstones);
    }

    Rotation rotation(int horizon, Optional<QuorumSettings> quorum) {
        return new Rotation(new RotationTransactions(), holders, horizon, quorum, InstantSource.system());
    }

    /** For custodians who are wrong on purpose. */
    boolean custodiansKeepShares() {
        return false;
    }

    /** A custodian answers for it. */
    void declareShareDestroyed(String quorum, int share) {
        run(() -> epochs.copyIsGone(quorum, "share-" + share, true));
    }

    QuorumRecovery quorumRecovery() {
        return new QuorumRecovery(new RecoveryTransactions(), holders);
    }

    /** Somebody answers for it that nothing of the holder is left. */
    void declareDestroyed(String holder) {
        run(() -> epochs.copies().stream()
                .filter(copy -> copy.place().equals(holder))
                .forEach(copy -> epochs.copyIsGone(copy.root(), holder, true)));
    }

    private void run(Runnable step) {
        database.inTransaction(() -> {
            step.run();
            return step;
        });
    }

    private <T> T in(Callable<T> step) {
        return database.inTransaction(step);
    }

    /** Each step as one transaction. */
    private final class RotationTransactions extends RotationSteps {
        RotationTransactions() {
            super(epochs, rows, epochKeys, pageKeys, new QuorumWraps(quorums, epochKeys));
        }

        @Override
        public Optional<Epoch> newest() {
            return in(super::newest);
        }

        @Override
        public Root plan(RotationPlan plan, Set<String> names) {
            return in(() -> super.plan(plan, names));
        }

        @Override
        public Optional<String> planQuorum(Root root, QuorumSettings settings, Instant now) {
            return in(() -> super.planQuorum(root, settings, now));
        }

        @Override
        public void begin(Root root, QuorumTurn quorum) {
            run(() -> super.begin(root, quorum));
        }

        @Override
        public int move() {
            return in(super::move);
        }

        @Override
        public boolean finish(Epoch epoch) {
            return in(() -> super.finish(epoch));
        }

        @Override
        public List<Root> due() {
            return in(super::due);
        }

        @Override
        public List<String> holdersOf(Root root) {
            return in(() -> super.holdersOf(root));
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
            return in(super::expected);
        }

        @Override
        public int alive() {
            return in(super::alive);
        }
    }

    /** Each step as one transaction. */
    private final class RestoreTransactions extends RestoreSteps {
        RestoreTransactions() {
            super(epochs, rows, keyring);
        }

        @Override
        public void adopt(RootName root, String holder) {
            run(() -> super.adopt(root, holder));
        }

        @Override
        public void remember(List<Tombstone> tombstones) {
            run(() -> super.remember(tombstones));
        }

        @Override
        public List<UUID> pages() {
            return in(super::pages);
        }

        @Override
        public void renew(UUID page) {
            run(() -> super.renew(page));
        }

        @Override
        public long lastAdopted() {
            return in(super::lastAdopted);
        }
    }

    /** Each step as one transaction. */
    private final class RecoveryTransactions extends RecoverySteps {
        RecoveryTransactions() {
            super(epochs, quorums, epochKeys);
        }

        @Override
        public List<Epoch> lost() {
            return in(super::lost);
        }

        @Override
        public LeafKey open(Epoch epoch, Quorum quorum) {
            return in(() -> super.open(epoch, quorum));
        }

        @Override
        public String plan(Epoch epoch, Set<String> names) {
            return in(() -> super.plan(epoch, names));
        }

        @Override
        public void close(Epoch epoch, LeafKey key, String root) {
            run(() -> super.close(epoch, key, root));
        }
    }
}
