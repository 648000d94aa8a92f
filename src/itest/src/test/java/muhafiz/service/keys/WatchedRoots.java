package muhafiz.service.keys;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;

/** A holder of roots that may be away, and whose every call is shown to a listener before and after it. */
final class WatchedRoots implements RootKeys {
    private final String name;
    private final RootKeys roots;
    private volatile boolean away;
    private volatile KeyDatabase.Listener listener = KeyDatabase.NOBODY;

    WatchedRoots(String name, RootKeys roots) {
        this.name = name;
        this.roots = roots;
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    void listenWith(KeyDatabase.Listener other) {
        listener = other;
    }

    /** No root is left. */
    void empty() {
        roots.alive().forEach(roots::destroy);
    }

    @Override
    public void create(String rootId) {
        seen("create", () -> {
            roots.create(rootId);
            return rootId;
        });
    }

    @Override
    public Set<String> alive() {
        return seen("alive", roots::alive);
    }

    @Override
    public byte[] wrap(String rootId, byte[] secret, byte[] aad) {
        return seen("wrap", () -> roots.wrap(rootId, secret, aad));
    }

    @Override
    public byte[] unwrap(String rootId, byte[] wrapped, byte[] aad) {
        return seen("unwrap", () -> roots.unwrap(rootId, wrapped, aad));
    }

    @Override
    public void destroy(String rootId) {
        seen("destroy", () -> {
            roots.destroy(rootId);
            return rootId;
        });
    }

    private <T> T seen(String verb, Supplier<T> call) {
        if (away) {
            throw new UnavailableException("away", Duration.ofSeconds(1));
        }
        listener.before(name + "." + verb, Map.of());
        T answer = call.get();
        listener.after(name + "." + verb, Map.of());
        return answer;
    }

    @Override
    public void close() {
        roots.close();
    }
}
