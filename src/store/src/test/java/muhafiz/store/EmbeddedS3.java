package muhafiz.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3Proxy in this JVM over a folder, on loopback, with two credentials: one puts and gets, the other lists and deletes too. */
final class EmbeddedS3 implements AutoCloseable {
    static final String BUCKET = "records";
    private static final String REGION = "eu-test-1";
    private static final Map<String, String> SECRETS =
            Map.of("intake", "intake-secret", "destroyer", "destroyer-secret");

    private final BlobStore blobs;
    private S3Proxy server;
    private final int port;

    private EmbeddedS3(BlobStore blobs) throws Exception {
        this.blobs = blobs;
        this.server = started(0);
        this.port = server.getPort();
    }

    static EmbeddedS3 start(Path folder) throws Exception {
        Files.createDirectories(folder.resolve(BUCKET));
        return new EmbeddedS3(new FilesystemNio2BlobStore(folder.toString()));
    }

    /** In memory, where S3Proxy keeps versions; its file-system backend answers 501. */
    static EmbeddedS3 startWithVersions() throws Exception {
        var blobs = new TransientNio2BlobStore();
        blobs.createContainer(BUCKET);
        blobs.putBucketVersioning(BUCKET, BucketVersioningStatus.ENABLED);
        return new EmbeddedS3(blobs);
    }

    private S3Proxy started(int wantedPort) throws Exception {
        var started = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:" + wantedPort))
                .blobStore(blobs)
                // Replaced by the locator; without it the server would not ask for signatures at all.
                .awsAuthentication(AuthenticationType.AWS_V4, "nobody", "nobody")
                .build();
        started.setBlobStoreLocator((identity, container, blob) -> grant(identity));
        started.start();
        return started;
    }

    private AccessGrant grant(String identity) {
        if (identity == null || !SECRETS.containsKey(identity)) {
            return null;
        }
        return new AccessGrant(SECRETS.get(identity), identity.equals("intake") ? new AddAndRead(blobs) : blobs);
    }

    void stop() throws Exception {
        server.stop();
    }

    void startAgain() throws Exception {
        server = started(port);
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (Exception e) {
            throw new IOException("the embedded store did not stop", e);
        }
    }

    int port() {
        return port;
    }

    /** The server's own view of its objects. */
    BlobStore blobs() {
        return blobs;
    }

    S3Settings intake() {
        return intakeBy(port, Waits.USUAL);
    }

    S3Settings intakeBy(int anyPort, S3Timing timing) {
        return new S3Settings(endpoint(anyPort), REGION, BUCKET, "intake", SECRETS.get("intake"), timing);
    }

    S3Settings destroyer() {
        return as("destroyer", SECRETS.get("destroyer"));
    }

    S3Settings as(String accessKey, String secretKey) {
        return new S3Settings(endpoint(port), REGION, BUCKET, accessKey, secretKey, Waits.USUAL);
    }

    S3Settings inBucket(String bucket) {
        return new S3Settings(endpoint(port), REGION, bucket, "intake", SECRETS.get("intake"), Waits.USUAL);
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What intake's credential may do. */
    private static final class AddAndRead extends ForwardingBlobStore {
        AddAndRead(BlobStore all) {
            super(all);
        }

        @Override
        public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
            throw denied();
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            throw denied();
        }

        @Override
        public ListObjectsResponse listV1(ListObjectsRequest request) {
            throw denied();
        }

        private static RuntimeException denied() {
            var details = AwsErrorDetails.builder()
                    .errorCode("AccessDenied")
                    .errorMessage("no")
                    .build();
            return S3Exception.builder()
                    .statusCode(403)
                    .awsErrorDetails(details)
                    .build();
        }
    }
}
