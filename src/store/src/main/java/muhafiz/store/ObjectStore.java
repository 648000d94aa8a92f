package muhafiz.store;

import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.crypto.seal.Ciphertext;

/**
 * Where ciphertext lives. It can add and read, never change and never delete: that takes an {@link ObjectDestroyer},
 * which has another credential. Safe for use by many threads; a call holds its thread until it is settled.
 *
 * <p>Every call throws {@link muhafiz.crypto.UnavailableException} when the store is away, and
 * {@link StoreRefusedException}, its special case, when the store is there but will not have us.
 */
public interface ObjectStore extends AutoCloseable {
    /**
     * Stores an object under a new name. When this returns, the store says it is durable.
     *
     * <p>After an {@link muhafiz.crypto.UnavailableException} the object may or may not be there; the same bytes may be
     * put under the same name again, or under another one (the first is then an orphan for the sweep).
     *
     * @throws ObjectExistsException when other bytes have this name; nothing is changed
     */
    void put(ObjectName name, Ciphertext bytes);

    /** The same, and the object carries this label from the same instant on, under the same signature. */
    void put(ObjectName name, Ciphertext bytes, Label label);

    /**
     * Reads a range: exactly that many bytes.
     *
     * @param offset first byte, from 0
     * @param length number of bytes, from 1
     * @throws MissingObjectException when there is no such object, or it ends before the range does
     */
    byte[] read(ObjectName name, long offset, int length);

    /** The object's length in bytes, if there is one. */
    OptionalLong head(ObjectName name);

    /**
     * What the object says of itself; empty where there is no such object, or it was put without.
     *
     * @throws muhafiz.crypto.IntegrityException where it carries something that is no label
     */
    Optional<Label> label(ObjectName name);

    /** Whether the store answers and knows us. Cheap: one small request, a short wait, never an exception. */
    boolean reachable();

    @Override
    void close();
}
