package muhafiz.service.keys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.bench.ThreadDatabase;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.store.S3Tombstones;

/** The end of leaves, each step in a transaction of its own, as the server gives it one. */
public final class BenchForgetting {
    private BenchForgetting() {}

    /** Leaves of one shelf with fresh keys. */
    public static void create(ThreadDatabase database, BenchRing keys, List<UUID> leaves, Shelf shelf) {
        database.inTransaction(() -> {
            for (UUID leaf : leaves) {
                try (LeafKey key = LeafKey.fresh()) {
                    keys.ring().create(leaf, key, shelf);
                }
            }
            return leaves;
        });
    }

    /** A page a transaction. */
    public static Forgetting forgetting(ThreadDatabase database, BenchRing keys) {
        return new Forgetting(new Forgetting.Turn(keys.ring()) {
            @Override
            public Set<UUID> destroy(UUID first, Set<UUID> all, UUID order) {
                return database.inTransaction(() -> super.destroy(first, all, order));
            }
        });
    }

    /** Copied into that store. */
    public static Tombstones tombstones(ThreadDatabase database, S3Tombstones beside) {
        return new Tombstones(
                new TombstoneRows(database.source()),
                new KeyRows(database.source()),
                new EpochRows(database.source()),
                beside) {
            @Override
            public boolean copySome() {
                return database.inTransaction(super::copySome);
            }

            @Override
            public Optional<Destroyed> destroyedBy(UUID order) {
                return database.inTransaction(() -> super.destroyedBy(order));
            }
        };
    }
}
