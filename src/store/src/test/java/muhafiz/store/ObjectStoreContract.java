package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import muhafiz.crypto.seal.Ciphertext;
import org.junit.jupiter.api.Test;

/** What every store must do. Each implementation runs it. */
abstract class ObjectStoreContract {
    abstract ObjectStore store();

    abstract ObjectDestroyer destroyer();

    @Test
    void theStoryOfThePackage() {
        ObjectStore store = store();
        UUID version = UUID.randomUUID();
        int segment = 0;
        Ciphertext ciphertext = Sealed.small();

        var name = new ObjectName(version, "original", segment);
        store.put(name, ciphertext);
        byte[] piece = store.read(name, 56, 16400);

        assertThat(piece).isEqualTo(Arrays.copyOfRange(Sealed.bytes(ciphertext), 56, 56 + 16400));
    }

    @Test
    void whatWasPutComesBackWhole() {
        var document = Sealed.document(2_500_000);
        var version = UUID.randomUUID();
        for (int i = 0; i < document.size(); i++) {
            store().put(new ObjectName(version, "original", i), document.get(i));
        }

        for (int i = 0; i < document.size(); i++) {
            var name = new ObjectName(version, "original", i);
            byte[] expected = Sealed.bytes(document.get(i));
            assertThat(store().head(name)).hasValue(expected.length);
            assertThat(store().read(name, 0, expected.length)).isEqualTo(expected);
        }
    }

    @Test
    void rangesAreExact() {
        var name = Sealed.name();
        var ciphertext = Sealed.small();
        byte[] all = Sealed.bytes(ciphertext);
        store().put(name, ciphertext);

        for (int[] range : List.of(
                new int[] {0, 1}, new int[] {0, 56}, new int[] {56, 16_400}, new int[] {all.length - 1, 1}, new int[] {
                    1, all.length - 1
                })) {
            assertThat(store().read(name, range[0], range[1]))
                    .isEqualTo(Arrays.copyOfRange(all, range[0], range[0] + range[1]));
        }
    }

    @Test
    void aRangeBeyondTheEndIsMissing() {
        var name = Sealed.name();
        var ciphertext = Sealed.small();
        store().put(name, ciphertext);

        assertThatThrownBy(() -> store().read(name, 1, ciphertext.length()))
                .isInstanceOf(MissingObjectException.class)
                .hasMessageContaining("ends before");
        assertThatThrownBy(() -> store().read(name, ciphertext.length(), 1)).isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> store().read(name, 10L * Integer.MAX_VALUE, 1))
                .isInstanceOf(MissingObjectException.class);
    }

    @Test
    void aRangeOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(Sealed.name(), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(Sealed.name(), -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(Sealed.name(), Long.MAX_VALUE, 1));
    }

    @Test
    void anObjectThatWasNeverPutIsMissing() {
        var name = Sealed.name();

        assertThat(store().head(name)).isEmpty();
        assertThatThrownBy(() -> store().read(name, 0, 1))
                .isInstanceOf(MissingObjectException.class)
                .hasMessageContaining(name.toString());
    }

    @Test
    void aNameIsTakenOnce() {
        var name = Sealed.name();
        var first = Sealed.small();
        store().put(name, first);

        assertThatThrownBy(() -> store().put(name, Sealed.small())).isInstanceOf(ObjectExistsException.class);
        assertThat(store().read(name, 0, first.length())).isEqualTo(Sealed.bytes(first));
    }

    @Test
    void ofSixteenRacersOnOneNameOneWins() throws Exception {
        var name = Sealed.name();
        var won = new ArrayList<Ciphertext>();
        var refused = new AtomicInteger();
        var start = new CyclicBarrier(16);
        Callable<Void> racer = () -> {
            var own = Sealed.small();
            start.await();
            try {
                store().put(name, own);
                synchronized (won) {
                    won.add(own);
                }
            } catch (ObjectExistsException e) {
                refused.incrementAndGet();
            }
            return null;
        };

        together(16, racer);

        assertThat(won).hasSize(1);
        assertThat(refused).hasValue(15);
        assertThat(store().read(name, 0, won.get(0).length())).isEqualTo(Sealed.bytes(won.get(0)));
    }

    @Test
    void thirtyTwoPutsAtOnceAllArrive() throws Exception {
        var put = new HashMap<ObjectName, Ciphertext>();
        Callable<Void> putter = () -> {
            var name = Sealed.name();
            var own = Sealed.small();
            store().put(name, own);
            synchronized (put) {
                put.put(name, own);
            }
            return null;
        };

        together(32, putter);

        assertThat(put).hasSize(32);
        put.forEach(
                (name, own) -> assertThat(store().read(name, 0, own.length())).isEqualTo(Sealed.bytes(own)));
    }

    private static void together(int threads, Callable<Void> task) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> done : pool.invokeAll(java.util.Collections.nCopies(threads, task))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anObjectKeepsTheLabelItWasPutWith() {
        var name = Sealed.name();
        var label = Sealed.label();
        var bytes = Sealed.small();

        store().put(name, bytes, label);

        var kept = store().label(name).orElseThrow();
        assertThat(kept.owner()).isEqualTo(label.owner());
        assertThat(kept.leaf()).isEqualTo(label.leaf());
        assertThat(kept.sealed()).isEqualTo(label.sealed());
        assertThat(store().head(name)).hasValue(bytes.length());
        assertThat(store().read(name, 0, bytes.length())).isEqualTo(Sealed.bytes(bytes));
    }

    @Test
    void theLargestLabelIsKept() {
        var name = Sealed.name();
        var largest = new Label(
                UUID.randomUUID(), UUID.randomUUID(), Arrays.copyOf(Sealed.bytes(Sealed.small()), Label.MOST));

        store().put(name, Sealed.small(), largest);

        assertThat(store().label(name).orElseThrow().sealed()).isEqualTo(largest.sealed());
    }

    @Test
    void whatWasPutWithoutALabelAndWhatIsNotThereHaveNone() {
        var name = Sealed.name();
        store().put(name, Sealed.small());

        assertThat(store().label(name)).isEmpty();
        assertThat(store().label(Sealed.name())).isEmpty();
    }

    @Test
    void aListingShowsNamesLengthsAndTimes() {
        var one = Sealed.name();
        var two = new ObjectName(UUID.randomUUID(), "page-1", 12);
        var first = Sealed.small();
        var second = Sealed.document(7).get(0);
        store().put(one, first);
        store().put(two, second);

        var found = listing();

        assertThat(found.get(one.toString()).length()).isEqualTo(first.length());
        assertThat(found.get(two.toString()).length()).isEqualTo(second.length());
        var now = InstantSource.system().instant();
        assertThat(found.get(one.toString()).modified())
                .isBetween(now.minus(Duration.ofMinutes(10)), now.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aListingOfAPrefixShowsNothingElse() {
        var one = Sealed.name();
        store().put(one, Sealed.small());
        store().put(Sealed.name(), Sealed.small());
        var found = new ArrayList<String>();

        destroyer().list(one.version() + "/", each -> found.add(each.name()));

        assertThat(found).containsExactly(one.toString());
    }

    @Test
    void theBucketLocksNothingForGood() {
        assertThat(destroyer().bucketLock()).isNotEqualTo(BucketLock.COMPLIANCE);
    }

    /** Where the bucket has locks, only a destroyer gets past this one; where it has none, that is said. */
    @Test
    void aRetainedObjectIsStillTheDestroyersToDelete() {
        var name = Sealed.name();
        store().put(name, Sealed.small());

        boolean locked = destroyer()
                .retain(name.toString(), InstantSource.system().instant().plus(Duration.ofHours(1)));
        var deletion = destroyer().delete(name.toString());

        assertThat(locked).isEqualTo(hasLocks());
        assertThat(deletion).isEqualTo(new Deletion.Gone());
        assertThat(store().head(name)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotRetained() {
        var later = InstantSource.system().instant().plus(Duration.ofHours(1));

        assertThat(destroyer().retain(Sealed.name().toString(), later)).isFalse();
    }

    /** Whether the bucket was made with object lock. */
    boolean hasLocks() {
        return false;
    }

    @Test
    void whatWasDeletedIsGoneAndItsNameIsFree() {
        var name = Sealed.name();
        store().put(name, Sealed.small());

        var deletion = destroyer().delete(name.toString());

        assertThat(deletion).isEqualTo(new Deletion.Gone());
        assertThat(store().head(name)).isEmpty();
        assertThat(listing()).doesNotContainKey(name.toString());
        store().put(name, Sealed.small());
        assertThat(store().head(name)).isPresent();
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        var name = Sealed.name().toString();

        destroyer().delete(name);

        assertThat(destroyer().delete(name)).isEqualTo(new Deletion.Gone());

        assertThat(listing()).doesNotContainKey(name);
    }

    @Test
    void deletingTouchesNothingElse() {
        var version = UUID.randomUUID();
        var deleted = new ObjectName(version, "original", 1);
        var kept = new ObjectName(version, "original", 10);
        store().put(deleted, Sealed.small());
        store().put(kept, Sealed.small());

        destroyer().delete(deleted.toString());

        assertThat(store().head(deleted)).isEmpty();
        assertThat(store().head(kept)).isPresent();
    }

    @Test
    void aStoreThatIsThereIsReachable() {
        assertThat(store().reachable()).isTrue();
    }

    private Map<String, StoredObject> listing() {
        var found = new HashMap<String, StoredObject>();
        destroyer().list(each -> found.put(each.name(), each));
        return found;
    }
}
