package muhafiz.service.roots;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import muhafiz.crypto.keys.RootKeys;

/**
 * Whoever holds the roots: the main holder first, then its mirrors. Each epoch key is wrapped under a root of the same name in each of
 * them, so that one may be lost; a root is gone when it is gone from all. Safe for all threads.
 */
public final class RootHolders implements AutoCloseable {
    private final Map<String, RootKeys> byName;

    /** @param byName one to three holders under names that stay theirs, the main one first */
    public RootHolders(Map<String, RootKeys> byName) {
        if (byName.isEmpty() || byName.size() > 3) {
            throw new IllegalArgumentException("there are one to three holders of the roots, not " + byName.size());
        }
        this.byName = new LinkedHashMap<>(byName);
    }

    /** In the order in which they are asked. */
    public Map<String, RootKeys> all() {
        return Collections.unmodifiableMap(byName);
    }

    /** Holders beside the main one. */
    public int mirrors() {
        return byName.size() - 1;
    }

    /** Whether a holder of this name is configured. */
    public boolean isHolder(String name) {
        return byName.containsKey(name);
    }

    @Override
    public void close() {
        byName.values().forEach(RootKeys::close);
    }
}
