package muhafiz.store;

import java.util.function.Consumer;

/**
 * The hand that removes objects: after a destruction, and orphans that were put but never committed. Its credential is
 * not the one of the {@link ObjectStore}. Safe for use by many threads.
 *
 * <p>Both calls throw {@link muhafiz.crypto.UnavailableException} when the store is away.
 */
public interface ObjectDestroyer extends AutoCloseable {
    /**
     * Shows every object of the bucket, in constant memory and no promised order. Objects put or deleted meanwhile may or
     * may not be shown. Names are the store's: some may be no {@link ObjectName} (a file-system backend shows its own
     * temporary files, and those a crash left behind).
     */
    void list(Consumer<StoredObject> each);

    /** Removes the object with all its versions. That there is none is no error, so it may be repeated. */
    void delete(String name);

    @Override
    void close();
}
