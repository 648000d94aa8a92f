package muhafiz.stand.objects;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The child process: {@code S3Server <port> <folder> <bucket> <folder of the keys>}. */
public final class S3Server {
    private static final int THREADS = 128;

    private S3Server() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        String bucket = arguments[2];
        S3Keys keys = S3Keys.read(Path.of(arguments[3]));

        BlobStore durable = new SyncedBlobStore(new FilesystemNio2BlobStore(folder.toString()), folder);
        if (!durable.containerExists(bucket)) {
            durable.createContainer(bucket);
        }
        S3Proxy server = S3Proxy.builder()
                .blobStore(durable)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, keys.intakeId(), keys.intakeSecret())
                .jettyMaxThreads(THREADS)
                .build();
        Map<String, AccessGrant> grants = Map.of(
                keys.intakeId(), new AccessGrant(keys.intakeSecret(), new IntakeBlobStore(durable)),
                keys.destroyerId(), new AccessGrant(keys.destroyerSecret(), new DestroyerBlobStore(durable)));
        server.setBlobStoreLocator((identity, container, key) -> identity == null ? null : grants.get(identity));
        server.start();
    }

    private record S3Keys(String intakeId, String intakeSecret, String destroyerId, String destroyerSecret) {
        static S3Keys read(Path folder) throws IOException {
            return new S3Keys(
                    line(folder, "s3-access-key"),
                    line(folder, "s3-secret-key"),
                    line(folder, "s3-destroy-access-key"),
                    line(folder, "s3-destroy-secret-key"));
        }

        private static String line(Path folder, String name) throws IOException {
            return Files.readString(folder.resolve(name)).strip();
        }

        @Override
        public String toString() {
            return "S3Keys of " + intakeId + " and " + destroyerId;
        }
    }
}
