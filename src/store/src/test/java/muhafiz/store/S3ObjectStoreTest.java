package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import muhafiz.crypto.UnavailableException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, and what is S3's own, over HTTP against a real S3 server inside this JVM. */
class S3ObjectStoreTest extends ObjectStoreContract {
    @TempDir
    static Path folder;

    static EmbeddedS3 s3;
    static ObjectStore store;
    static ObjectDestroyer destroyer;

    @BeforeAll
    static void start() throws Exception {
        s3 = EmbeddedS3.start(folder);
        store = new S3ObjectStore(s3.intake());
        destroyer = new S3ObjectDestroyer(s3.destroyer());
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        destroyer.close();
        s3.close();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    ObjectDestroyer destroyer() {
        return destroyer;
    }

    @Test
    void aWrongSecretIsRefusedEverywhere() {
        refusesEverything(s3.as("intake", "wrong-secret"));
    }

    @Test
    void anUnknownAccessKeyIsRefusedEverywhere() {
        refusesEverything(s3.as("stranger", "wrong-secret"));
    }

    private static void refusesEverything(S3Settings settings) {
        try (var refused = new S3ObjectStore(settings);
                var alsoRefused = new S3ObjectDestroyer(settings)) {
            assertThat(refused.reachable()).isFalse();
            var name = Sealed.name();
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> refused.put(name, Sealed.small()),
                    () -> refused.read(name, 0, 1),
                    () -> refused.head(name),
                    () -> alsoRefused.list(each -> {}),
                    () -> alsoRefused.delete(name.toString()))) {
                assertThatThrownBy(call)
                        .isInstanceOf(StoreRefusedException.class)
                        .satisfies(S3ObjectStoreTest::isDiscreet);
            }
            assertThat(store.head(name)).isEmpty();
        }
    }

    /** Neither secret nor signature in the exception and all its causes. */
    private static void isDiscreet(Throwable thrown) {
        var printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContainIgnoringCase("-secret").doesNotContainIgnoringCase("signature=");
    }

    @Test
    void intakesCredentialNeitherDeletesNorLists() {
        var name = Sealed.name();
        store.put(name, Sealed.small());

        try (var intake = new S3ObjectDestroyer(s3.intake())) {
            assertThatThrownBy(() -> intake.delete(name.toString())).isInstanceOf(StoreRefusedException.class);
            assertThatThrownBy(() -> intake.list(each -> {})).isInstanceOf(StoreRefusedException.class);
        }
        assertThat(store.head(name)).isPresent();
    }

    @Test
    void aMissingBucketIsARefusalAndNotAMissingObject() {
        try (var lost = new S3ObjectStore(s3.inBucket("elsewhere"))) {
            var name = Sealed.name();
            assertThat(lost.reachable()).isFalse();
            assertThatThrownBy(() -> lost.put(name, Sealed.small())).isInstanceOf(StoreRefusedException.class);
            assertThatThrownBy(() -> lost.read(name, 0, 1)).isInstanceOf(StoreRefusedException.class);
            assertThatThrownBy(() -> lost.head(name)).isInstanceOf(StoreRefusedException.class);
        }
    }

    @Test
    void aClockThatIsAnHourOffIsRefusedByName() {
        InstantSource late = () -> InstantSource.system().instant().minus(Duration.ofHours(1));
        try (var behind = new S3ObjectStore(s3.intake(), late)) {
            assertThatThrownBy(() -> behind.put(Sealed.name(), Sealed.small()))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("RequestTimeTooSkewed");
        }
    }

    @Test
    void aStoreThatIsAwayIsUnavailableAndWorksAgainAfterItsReturn() throws Exception {
        var name = Sealed.name();
        var bytes = Sealed.small();
        store.put(name, bytes);

        s3.stop();
        try {
            assertThat(store.reachable()).isFalse();
            assertThatThrownBy(() -> store.put(Sealed.name(), bytes)).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> store.read(name, 0, 1)).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> store.head(name)).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> destroyer.delete("a")).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> destroyer.list(each -> {})).isInstanceOf(UnavailableException.class);
        } finally {
            s3.startAgain();
        }

        assertThat(store.reachable()).isTrue();
        assertThat(store.read(name, 0, bytes.length())).isEqualTo(Sealed.bytes(bytes));
        store.put(Sealed.name(), bytes);
        assertThatCode(() -> destroyer.delete(name.toString())).doesNotThrowAnyException();
    }

    @Test
    void anObjectCarriesNoMetadata() {
        var name = Sealed.name();
        store.put(name, Sealed.small());

        var held = s3.blobs().blobMetadata(EmbeddedS3.BUCKET, name.toString());

        assertThat(held.metadata()).isEmpty();
        assertThat(held.contentType()).endsWith("/octet-stream");
    }

    @Test
    void aListingLongerThanAPageIsWhole() throws Exception {
        var version = UUID.randomUUID();
        var parent = Files.createDirectories(folder.resolve(EmbeddedS3.BUCKET).resolve(version + "/text"));
        for (int i = 0; i < 2_300; i++) {
            Files.write(parent.resolve(Integer.toString(i)), new byte[] {1});
        }

        var found = new AtomicInteger();
        destroyer.list(each -> found.addAndGet(each.name().startsWith(version.toString()) ? 1 : 0));

        assertThat(found).hasValue(2_300);
    }
}
