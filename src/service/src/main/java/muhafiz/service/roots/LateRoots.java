package muhafiz.service.roots;

import java.util.Set;
import java.util.function.Supplier;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;
import org.jspecify.annotations.Nullable;

/** A holder that may be away when the archive starts: it is opened when it is there, at the latest call. Safe for all threads. */
final class LateRoots implements RootKeys {
    private final Supplier<RootKeys> opening;
    private @Nullable RootKeys opened;
    private boolean closed;

    /** @param opening as often as it is asked; throws {@link UnavailableException} while the holder is away */
    LateRoots(Supplier<RootKeys> opening) {
        this.opening = opening;
    }

    @Override
    public void create(String rootId) {
        holder().create(rootId);
    }

    @Override
    public Set<String> alive() {
        return holder().alive();
    }

    @Override
    public byte[] wrap(String rootId, byte[] secret, byte[] aad) {
        return holder().wrap(rootId, secret, aad);
    }

    @Override
    public byte[] unwrap(String rootId, byte[] wrapped, byte[] aad) {
        return holder().unwrap(rootId, wrapped, aad);
    }

    @Override
    public void destroy(String rootId) {
        holder().destroy(rootId);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
        }
    }

    private synchronized RootKeys holder() {
        if (closed) {
            throw new IllegalStateException("the root keys are closed");
        }
        RootKeys there = opened;
        if (there == null) {
            there = opening.get();
            opened = there;
        }
        return there;
    }
}
