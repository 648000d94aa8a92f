package muhafiz.service.destruction;

import java.time.Instant;
import java.util.function.Consumer;
import muhafiz.store.BucketLock;
import muhafiz.store.Deletion;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.StoredObject;

/** A store in which there is nothing. */
final class NoObjects implements ObjectDestroyer {
    @Override
    public void list(String prefix, Consumer<StoredObject> each) {}

    @Override
    public Deletion delete(String name) {
        return new Deletion.Gone();
    }

    @Override
    public boolean retain(String name, Instant until) {
        return false;
    }

    @Override
    public BucketLock bucketLock() {
        return BucketLock.NONE;
    }

    @Override
    public void close() {}
}
