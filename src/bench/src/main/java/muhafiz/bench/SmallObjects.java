package muhafiz.bench;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import muhafiz.store.S3Settings;

/** One object of 4 KiB for each version, put and deleted through the MinIO SDK with nothing of the archive between. */
public final class SmallObjects implements AutoCloseable {
    private static final byte[] BYTES = new byte[4096];
    private static final int CLIENTS = 8;

    private final MinioClient writer;
    private final MinioClient destroyer;
    private final String bucket;

    public SmallObjects(S3Settings writing, S3Settings destroying) throws IOException {
        this.writer = client(writing);
        this.destroyer = client(destroying);
        this.bucket = writing.bucket();
    }

    private static MinioClient client(S3Settings settings) throws IOException {
        return MinioClient.builder()
                .endpoint(settings.endpoint().toURL())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
    }

    /** By eight clients. */
    public void put(List<UUID> versions) throws InterruptedException {
        Clients.run(
                CLIENTS,
                versions.size(),
                number -> writer.putObject(
                        PutObjectArgs.builder().bucket(bucket).object(name(versions.get(number))).stream(
                                        new ByteArrayInputStream(BYTES), (long) BYTES.length, -1L)
                                .build()));
    }

    /** One after the other. */
    public void delete(List<UUID> versions) throws InterruptedException {
        Clients.run(
                1,
                versions.size(),
                number -> destroyer.removeObject(RemoveObjectArgs.builder()
                        .bucket(bucket)
                        .object(name(versions.get(number)))
                        .build()));
    }

    private static String name(UUID version) {
        return version + "/original/0";
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
            destroyer.close();
        } catch (Exception e) {
            throw new IOException("the SDK's client did not close", e);
        }
    }
}
