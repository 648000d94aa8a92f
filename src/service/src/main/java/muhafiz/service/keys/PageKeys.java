package muhafiz.service.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;
import muhafiz.service.keys.KeyRows.PageRow;

/** Page keys: wrapped under an epoch, and the ones used last in memory. A page's key of one version never changes. */
@ApplicationScoped
class PageKeys {
    private static final int KEPT = 1024;

    private final EpochKeys epochs;
    private final KeyCache<Name> keys = new KeyCache<>(KEPT);

    @Inject
    PageKeys(EpochKeys epochs) {
        this.epochs = epochs;
    }

    private record Name(UUID page, int version) {}

    /** The page's key; the caller closes it. */
    LeafKey keyOf(PageRow page) {
        Name name = new Name(page.id(), page.version());
        return keys.copy(name).orElseGet(() -> {
            LeafKey key = unwrap(page);
            keys.keep(name, key);
            return key;
        });
    }

    private LeafKey unwrap(PageRow page) {
        try (LeafKey epoch = epochs.keyOf(page.epoch(), page.epochVersion())) {
            return KeyWrap.unwrap(epoch, page.wrapped(), binding(page));
        }
    }

    /** A page row with this key, wrapped under that epoch, whose row the caller holds. */
    PageRow wrapped(UUID page, int version, LeafKey key, EpochRows.Epoch epoch) {
        PageRow bare = new PageRow(page, version, new byte[0], epoch.id(), epoch.version());
        try (LeafKey epochKey = epochs.keyOf(epoch.id(), epoch.version())) {
            byte[] wrapped = KeyWrap.wrap(epochKey, key, binding(bare));
            return new PageRow(page, version, wrapped, epoch.id(), epoch.version());
        }
    }

    private static WrapBinding binding(PageRow page) {
        return new WrapBinding(Level.PAGE, page.id(), page.version(), page.epoch(), page.epochVersion());
    }

    @PreDestroy
    void wipe() {
        keys.wipe();
    }
}
