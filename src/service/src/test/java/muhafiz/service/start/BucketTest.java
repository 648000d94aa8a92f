package muhafiz.service.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.function.Consumer;
import muhafiz.store.BucketLock;
import muhafiz.store.Deletion;
import muhafiz.store.MemoryObjectStore;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.StoredObject;
import org.junit.jupiter.api.Test;

class BucketTest {
    private final MemoryObjectStore store = new MemoryObjectStore();

    @Test
    void aBucketThatLocksForGoodIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Bucket(store, locking(BucketLock.COMPLIANCE)).check())
                .withMessageContaining("compliance mode")
                .withMessageContaining("allowed are no lock or governance mode");
    }

    @Test
    void locksThatADestroyerCanBypassAndNoLocksAreAccepted() {
        assertThatCode(() -> new Bucket(store, locking(BucketLock.GOVERNANCE)).check())
                .doesNotThrowAnyException();
        assertThatCode(() -> new Bucket(store, store.destroyer()).check()).doesNotThrowAnyException();
    }

    /** The destroyer of a bucket that puts this lock on every object. */
    private ObjectDestroyer locking(BucketLock lock) {
        ObjectDestroyer plain = store.destroyer();
        return new ObjectDestroyer() {
            @Override
            public void list(String prefix, Consumer<StoredObject> each) {
                plain.list(prefix, each);
            }

            @Override
            public Deletion delete(String name) {
                return plain.delete(name);
            }

            @Override
            public boolean retain(String name, Instant until) {
                return true;
            }

            @Override
            public BucketLock bucketLock() {
                return lock;
            }

            @Override
            public void close() {}
        };
    }
}
