package muhafiz.service.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.keys.LeafKey;
import org.jspecify.annotations.Nullable;

/** Keys in memory for a second, after which whoever wants one looks at its row again. Safe for use by several threads. */
final class KeptKeys {
    private static final Duration KEPT = Duration.ofSeconds(1);

    /** Longer than any transaction: a key that was made is kept only when its transaction has ended, one way or the other. */
    private static final Duration SHUNNED = Duration.ofMinutes(2);

    private record Kept(LeafKey key, Instant until) {}

    private final Map<String, Kept> keys = new HashMap<>();
    private final Map<String, Instant> shunned = new HashMap<>();

    /** The key with a life of its own, where it was looked at within the last second. */
    synchronized Optional<LeafKey> copy(String name, Instant now) {
        return Optional.ofNullable(keys.get(name))
                .filter(kept -> now.isBefore(kept.until()))
                .map(kept -> kept.key().copy());
    }

    synchronized void keep(String name, LeafKey key, Instant now) {
        if (!now.isBefore(shunned.getOrDefault(name, Instant.MIN))) {
            shunned.remove(name);
            forget(keys.put(name, new Kept(key.copy(), now.plus(KEPT))));
        }
    }

    /** Says that the key is only now being made: should its transaction fail, nobody may have kept it. */
    synchronized void shun(String name, Instant now) {
        shunned.put(name, now.plus(SHUNNED));
    }

    synchronized void wipe() {
        keys.values().forEach(kept -> kept.key().close());
        keys.clear();
    }

    private static void forget(@Nullable Kept old) {
        if (old != null) {
            old.key().close();
        }
    }
}
