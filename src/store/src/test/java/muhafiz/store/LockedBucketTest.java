package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket with object lock, imitated as the S3 API reference documents it; real ones run {@link OutsideS3Test}. */
class LockedBucketTest {
    private static final String NAME = "tombs/1";
    private static final Instant LATER = Instant.parse("2031-01-02T03:04:05Z");

    private final FakeLockingS3 s3;
    private final ObjectDestroyer destroyer;

    LockedBucketTest() throws IOException {
        s3 = new FakeLockingS3();
        destroyer = new S3ObjectDestroyer(s3.destroyer());
    }

    @BeforeEach
    void aBystander() {
        s3.version(NAME + "0", "other");
    }

    @AfterEach
    void close() {
        assertThat(s3.unsigned()).isEmpty();
        assertThat(s3.idsOf(NAME + "0")).containsExactly("other");
        destroyer.close();
        s3.close();
    }

    @Test
    void allVersionsAndDeleteMarkersGo() {
        s3.version(NAME, "v1");
        s3.marker(NAME, "m1");
        s3.version(NAME, "v2");
        s3.marker(NAME, "m2");

        assertThat(destroyer.delete(NAME)).isEqualTo(new Deletion.Gone());
        assertThat(s3.idsOf(NAME)).isEmpty();
    }

    @Test
    void aLockInGovernanceModeIsBypassed() {
        var locked = s3.version(NAME, "v1");
        locked.mode = Optional.of("GOVERNANCE");
        locked.until = LATER.toString();

        assertThat(destroyer.delete(NAME)).isEqualTo(new Deletion.Gone());
        assertThat(s3.idsOf(NAME)).isEmpty();
    }

    @Test
    void whatTheStoreWillNotDeleteYetRemainsUntilItsLockEnds() {
        var locked = s3.version(NAME, "v1");
        locked.mode = Optional.of("COMPLIANCE");
        locked.until = LATER.toString();
        s3.version(NAME, "v2");

        assertThat(destroyer.delete(NAME)).isEqualTo(new Deletion.Remains(Optional.of(LATER)));
        assertThat(s3.idsOf(NAME)).containsExactly("v1");
    }

    @Test
    void aHoldWithoutADateRemainsWithoutOne() {
        s3.version(NAME, "v1").isHeld = true;

        assertThat(destroyer.delete(NAME)).isEqualTo(new Deletion.Remains(Optional.empty()));
    }

    @Test
    void whatRemainedIsDeletedOnceTheLockIsOff() {
        var locked = s3.version(NAME, "v1");
        locked.mode = Optional.of("COMPLIANCE");
        locked.until = LATER.toString();
        destroyer.delete(NAME);

        locked.mode = Optional.empty();

        assertThat(destroyer.delete(NAME)).isEqualTo(new Deletion.Gone());
    }

    @Test
    void retainingLocksEveryVersionInGovernanceModeUntilThen() {
        var first = s3.version(NAME, "v1");
        s3.marker(NAME, "m1");
        var second = s3.version(NAME, "v2");

        assertThat(destroyer.retain(NAME, LATER)).isTrue();

        for (var version : new FakeLockingS3.Kept[] {first, second}) {
            assertThat(version.mode).hasValue("GOVERNANCE");
            assertThat(Instant.parse(version.until)).isEqualTo(LATER);
        }
    }

    @Test
    void theLockOnEveryNewObjectIsTold() {
        assertThat(destroyer.bucketLock()).isEqualTo(BucketLock.NONE);
        s3.lockEverythingIn("GOVERNANCE");
        assertThat(destroyer.bucketLock()).isEqualTo(BucketLock.GOVERNANCE);
        s3.lockEverythingIn("COMPLIANCE");
        assertThat(destroyer.bucketLock()).isEqualTo(BucketLock.COMPLIANCE);
    }

    @Test
    void aRefusalThatNoLockExplainsIsARefusal() {
        s3.version(NAME, "v1").isForbidden = true;

        assertThatThrownBy(() -> destroyer.delete(NAME)).isInstanceOf(StoreRefusedException.class);
    }
}
