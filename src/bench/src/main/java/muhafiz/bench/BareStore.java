package muhafiz.bench;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;

/** The same bytes into and out of the same S3 server through the MinIO SDK, with nothing of the archive between. */
final class BareStore implements AutoCloseable {
    private final MinioClient client;
    private final String bucket;
    private final UUID[] names;

    /** @param settings what the stand handed to the archive's server */
    BareStore(Properties settings, int objects) throws Exception {
        String access = Files.readString(Path.of(settings.getProperty("s3.access-key-file")))
                .strip();
        String secret = Files.readString(Path.of(settings.getProperty("s3.secret-key-file")))
                .strip();
        client = MinioClient.builder()
                .endpoint(URI.create(settings.getProperty("s3.endpoint")).toURL())
                .region(settings.getProperty("s3.region"))
                .credentials(access, secret)
                .build();
        bucket = settings.getProperty("s3.bucket");
        names = new UUID[objects];
        for (int one = 0; one < objects; one++) {
            names[one] = UUID.randomUUID();
        }
    }

    void put(int number, byte[] paper) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(name(number)).stream(
                        new ByteArrayInputStream(paper), (long) paper.length, -1L)
                .build());
    }

    void get(int number) throws Exception {
        try (InputStream object = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(name(number)).build())) {
            if (object.readAllBytes().length != Papers.BYTES) {
                throw new IllegalStateException("an object came back short");
            }
        }
    }

    private String name(int number) {
        return names[number] + "/original/0";
    }

    @Override
    public void close() throws IOException {
        try {
            client.close();
        } catch (Exception e) {
            throw new IOException("the SDK's client did not close", e);
        }
    }
}
