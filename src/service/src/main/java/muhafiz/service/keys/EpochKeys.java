package muhafiz.service.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;
import muhafiz.crypto.token.Randoms;

/** Epoch keys in memory, unwrapped by the root once each. They leave memory with the server. */
@ApplicationScoped
public class EpochKeys {
    private static final UUID NO_PARENT = new UUID(0, 0);
    private static final int FIRST_VERSION = 1;

    private final KeyringRows rows;
    private final RootKeys roots;
    private final ConcurrentHashMap<UUID, LeafKey> keys = new ConcurrentHashMap<>();

    @Inject
    EpochKeys(KeyringRows rows, RootKeys roots) {
        this.rows = rows;
        this.roots = roots;
    }

    /** Makes the first root and epoch where there is none; called at start. */
    @Transactional
    public void begin() {
        rows.lockEpochs();
        if (rows.newestEpoch().isEmpty()) {
            UUID id = Randoms.id();
            String root = "root-" + id;
            roots.create(root);
            try (LeafKey key = LeafKey.fresh()) {
                byte[] wrapped = KeyWrap.wrap(roots, root, key, binding(id, FIRST_VERSION));
                rows.addEpoch(new KeyringRows.EpochRow(id, FIRST_VERSION, root, wrapped));
            }
        }
    }

    LeafKey keyOf(KeyringRows.EpochRow epoch) {
        return keys.computeIfAbsent(epoch.id(), id -> unwrap(epoch));
    }

    private LeafKey unwrap(KeyringRows.EpochRow epoch) {
        return KeyWrap.unwrap(roots, epoch.root(), epoch.wrapped(), binding(epoch.id(), epoch.version()));
    }

    private static WrapBinding binding(UUID epoch, int version) {
        return new WrapBinding(Level.EPOCH, epoch, version, NO_PARENT, 0);
    }

    @PreDestroy
    void wipe() {
        keys.values().forEach(LeafKey::close);
        keys.clear();
    }
}
