package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;

/** The contract again in a bucket that keeps versions, and that a deletion there is one. */
class VersionedBucketTest extends ObjectStoreContract {
    static EmbeddedS3 s3;
    static ObjectStore store;
    static ObjectDestroyer destroyer;

    @BeforeAll
    static void start() throws Exception {
        s3 = EmbeddedS3.startWithVersions();
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
    void deletingLeavesNoVersionAndNoMarker() {
        var name = Sealed.name();
        store.put(name, Sealed.small());
        s3.blobs().removeBlob(EmbeddedS3.BUCKET, name.toString());
        store.put(name, Sealed.small());
        assertThat(versionsOf(name)).isEqualTo(3);

        destroyer.delete(name.toString());

        assertThat(versionsOf(name)).isZero();
    }

    private static int versionsOf(ObjectName name) {
        var all = s3.blobs()
                .listVersions(ListObjectVersionsRequest.builder()
                        .bucket(EmbeddedS3.BUCKET)
                        .prefix(name.toString())
                        .build());
        return all.versions().size() + all.deleteMarkers().size();
    }
}
