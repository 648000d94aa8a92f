package muhafiz.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import muhafiz.store.BucketLock;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectStore;

/** Checks that the bucket is there, and that what is put into it can be deleted when the law says so. */
@ApplicationScoped
class Bucket {
    private final ObjectStore store;
    private final ObjectDestroyer destroyer;

    @Inject
    Bucket(ObjectStore store, ObjectDestroyer destroyer) {
        this.store = store;
        this.destroyer = destroyer;
    }

    void check() {
        if (!store.reachable()) {
            throw new IllegalStateException("the object store cannot be reached with the credentials given");
        }
        if (destroyer.bucketLock() == BucketLock.COMPLIANCE) {
            throw new IllegalStateException(
                    "the bucket locks each new object in compliance mode, so that nobody could delete"
                            + " it when the law says so; allowed are no lock or governance mode");
        }
    }
}
