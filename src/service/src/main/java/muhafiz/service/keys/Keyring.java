package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;

/**
 * Create, open and destroy leaves, in the transaction of the act. Safe for all threads; a {@link LeafKey} that it hands out belongs to
 * the caller, who closes it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Keyring {
    private static final int FIRST_VERSION = 1;

    private final KeyringRows rows;
    private final EpochKeys epochs;

    @Inject
    Keyring(KeyringRows rows, EpochKeys epochs) {
        this.rows = rows;
        this.epochs = epochs;
    }

    /** Keeps a fresh key under a random id; from the commit on it can be opened, and forgotten. */
    public void create(UUID leaf, LeafKey key) {
        KeyringRows.EpochRow epoch =
                rows.newestEpoch().orElseThrow(() -> new IllegalStateException("the key ring has no epoch yet"));
        byte[] wrapped = KeyWrap.wrap(epochs.keyOf(epoch), key, binding(leaf, FIRST_VERSION, epoch));
        rows.addLeaf(leaf, FIRST_VERSION, epoch.id(), wrapped);
    }

    /**
     * The leaf's key.
     *
     * @throws ForgottenException where the leaf was destroyed or never was
     * @throws IntegrityException where the wrap was changed or moved
     */
    public LeafKey open(UUID leaf) {
        KeyringRows.LeafRow row = rows.leaf(leaf).orElseThrow(ForgottenException::new);
        return KeyWrap.unwrap(epochs.keyOf(row.epoch()), row.wrapped(), binding(leaf, row.version(), row.epoch()));
    }

    /** Whether the leaf still can be opened. */
    public boolean holds(UUID leaf) {
        return rows.leaf(leaf).isPresent();
    }

    /** Forgets the leaves and leaves a tombstone for each, in the same transaction; a leaf already forgotten stays so. */
    public void destroy(Set<UUID> leaves, UUID order) {
        for (UUID leaf : new TreeSet<>(leaves)) {
            rows.destroyLeaf(leaf, order);
        }
    }

    private static WrapBinding binding(UUID leaf, int version, KeyringRows.EpochRow epoch) {
        return new WrapBinding(Level.LEAF, leaf, version, epoch.id(), epoch.version());
    }
}
