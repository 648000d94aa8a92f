package muhafiz.crypto.keys;

import java.util.Set;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;

/**
 * Where root keys live: the only memory that is ever erased. There is no verb to export one. Every call may throw
 * {@link UnavailableException} when the holder is away, and every verb may be repeated after a crash.
 * Root ids are 1 to 64 characters of {@code a-z 0-9 -}; an id is never used for a second root.
 */
public interface RootKeys extends AutoCloseable {
    /** Makes the root unless it is alive already; it is durable on return. */
    void create(String rootId);

    /** The ids of all roots that still live. */
    Set<String> alive();

    /**
     * The secret, closed under the root and bound to {@code aad}.
     *
     * @throws RootGoneException when the root is not alive
     */
    byte[] wrap(String rootId, byte[] secret, byte[] aad);

    /**
     * What was wrapped; the caller wipes it.
     *
     * @throws RootGoneException when the root is not alive
     * @throws IntegrityException when the wrap was changed, moved, or made by another root
     */
    byte[] unwrap(String rootId, byte[] wrapped, byte[] aad);

    /** Ends the root, if it is alive: on return nothing can be unwrapped with it again, here or after a restart. */
    void destroy(String rootId);

    /** Lets go of the holder; the roots live on. */
    @Override
    void close();
}
