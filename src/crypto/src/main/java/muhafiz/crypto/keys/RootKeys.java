package muhafiz.crypto.keys;

import java.util.Set;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;

/**
 * Where root keys live: the only memory that is ever erased. There is no verb to export one. Every call may throw
 * {@link UnavailableException} when the holder is away, and every verb may be repeated after a crash, by the same process or another.
 * Root ids are 1 to 64 characters of {@code a-z 0-9} and inner dashes, anything else is an {@link IllegalArgumentException};
 * an id is never used for a second root. Safe for use by several threads; after {@link #close} every verb is an
 * {@link IllegalStateException}.
 */
public interface RootKeys extends AutoCloseable {
    /** Makes the root unless it is alive already; it is durable on return. */
    void create(String rootId);

    /** The ids of all roots that still live; the caller's own copy. */
    Set<String> alive();

    /**
     * The secret, closed under the root and bound to {@code aad}. Its first byte is the wrap's format; both arguments stay as
     * they were.
     *
     * @param secret 1 byte to 4 KiB
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

    /** Lets go of the holder; the roots live on. A second time does nothing. */
    @Override
    void close();
}
