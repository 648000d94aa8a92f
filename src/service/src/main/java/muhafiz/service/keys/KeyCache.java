package muhafiz.service.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.keys.LeafKey;

/** The keys used last, in memory; what falls out is wiped. Hands out copies, which the caller closes. Safe for use by several threads. */
final class KeyCache<K> {
    private static final float LOAD = 0.75f;

    private final Map<K, LeafKey> keys;

    /** @param most how many keys are kept */
    KeyCache(int most) {
        keys = new LinkedHashMap<>(most, LOAD, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, LeafKey> eldest) {
                boolean full = size() > most;
                if (full) {
                    eldest.getValue().close();
                }
                return full;
            }
        };
    }

    synchronized Optional<LeafKey> copy(K name) {
        return Optional.ofNullable(keys.get(name)).map(LeafKey::copy);
    }

    synchronized void keep(K name, LeafKey key) {
        LeafKey before = keys.put(name, key.copy());
        if (before != null) {
            before.close();
        }
    }

    synchronized void wipe() {
        keys.values().forEach(LeafKey::close);
        keys.clear();
    }
}
