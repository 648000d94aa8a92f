package muhafiz.service.keys;

import java.util.UUID;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;
import muhafiz.service.keys.KeyRows.Child;
import muhafiz.service.keys.KeyRows.PageRow;

/** Leaf keys under the keys of their pages, bound to the page and its version. */
final class LeafWraps {
    private LeafWraps() {}

    /** @param page held, so that nobody replaces its key before the wrap is written */
    static byte[] wrap(LeafKey pageKey, LeafKey key, UUID leaf, int version, PageRow page) {
        return KeyWrap.wrap(pageKey, key, binding(leaf, version, page));
    }

    /** @throws IntegrityException where the wrap was changed or is another page's */
    static LeafKey unwrap(LeafKey pageKey, Child leaf, PageRow page) {
        return KeyWrap.unwrap(pageKey, leaf.wrapped(), binding(leaf.id(), leaf.version(), page));
    }

    /** The leaf as it is to stand on another page, or on the same one under another key. */
    static Child moved(Child leaf, PageRow old, LeafKey oldKey, PageRow page, LeafKey newKey) {
        try (LeafKey key = unwrap(oldKey, leaf, old)) {
            return new Child(leaf.id(), leaf.version(), wrap(newKey, key, leaf.id(), leaf.version(), page));
        }
    }

    private static WrapBinding binding(UUID leaf, int version, PageRow page) {
        return new WrapBinding(Level.LEAF, leaf, version, page.id(), page.version());
    }
}
