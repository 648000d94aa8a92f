package muhafiz.store;

import static muhafiz.store.MinioCalls.ask;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import muhafiz.crypto.UnavailableException;
import okhttp3.OkHttpClient;

/**
 * The log's tiles, bundles and newest checkpoint beside the ciphertext, under {@code log/} and the paths of c2sp.org/tlog-tiles. Public
 * bytes, so they are no {@link muhafiz.crypto.seal.Ciphertext}; what is put again replaces what was there. Safe for use by many threads.
 *
 * <p>Every call throws {@link UnavailableException} when the store is away.
 */
public class S3Tiles implements AutoCloseable {
    /** What the name of each object of the log begins with. */
    public static final String PREFIX = "log/";

    private static final int NOT_FOUND = 404;

    private final String bucket;
    private final OkHttpClient connections;
    private final MinioClient client;

    /**
     * Connects with the first call, not here.
     *
     * @param settings with a credential that puts and gets
     */
    public S3Tiles(S3Settings settings) {
        this.bucket = settings.bucket();
        this.connections = S3Connections.open(settings.timing());
        this.client = S3Connections.client(settings, connections);
    }

    /**
     * Durable on return.
     *
     * @param path below {@link #PREFIX}
     */
    public void put(String path, byte[] bytes) {
        ask(
                "put a tile",
                () -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(PREFIX + path).stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build()));
    }

    /**
     * @param path below {@link #PREFIX}
     * @return empty where there is nothing of that name
     */
    public Optional<byte[]> get(String path) {
        return ask("read a tile", () -> {
            try (var body = client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(PREFIX + path).build())) {
                return Optional.of(body.readAllBytes());
            } catch (ErrorResponseException e) {
                if (e.response().code() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            } catch (IOException e) {
                throw new UnavailableException("read a tile: it broke off", S3Attempts.RETRY_AFTER, e);
            }
        });
    }

    @Override
    public void close() {
        S3Connections.close(connections);
    }
}
