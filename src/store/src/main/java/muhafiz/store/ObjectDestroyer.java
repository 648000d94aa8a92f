package muhafiz.store;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * The hand that removes objects: after a destruction, and orphans that were put but never committed. Its credential is
 * not the one of the {@link ObjectStore}. Safe for use by many threads.
 *
 * <p>Every call throws {@link muhafiz.crypto.UnavailableException} when the store is away.
 */
public interface ObjectDestroyer extends AutoCloseable {
    /**
     * Shows every object of the bucket, in constant memory and no promised order. Objects put or deleted meanwhile may or
     * may not be shown. Names are the store's: some may be no {@link ObjectName} (a file-system backend shows its own
     * temporary files, and those a crash left behind).
     */
    default void list(Consumer<StoredObject> each) {
        list("", each);
    }

    /** The same for the objects whose names begin so. */
    void list(String prefix, Consumer<StoredObject> each);

    /**
     * Removes the object with all its versions and delete markers, past locks in governance mode. That there is none is no
     * error, so it may be repeated, and is to be where something remains.
     */
    Deletion delete(String name);

    /**
     * Locks the object in governance mode: until then only a destroyer can delete it. An earlier lock is replaced.
     *
     * @return false where the bucket has no locks, or there is no such object
     */
    boolean retain(String name, Instant until);

    /** The lock on every new object, for the check at start. */
    BucketLock bucketLock();

    @Override
    void close();
}
