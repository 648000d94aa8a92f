package muhafiz.store;

import static muhafiz.store.MinioCalls.ask;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import muhafiz.crypto.UnavailableException;
import okhttp3.OkHttpClient;

/**
 * The tombstones' copy beside the ciphertext, in batches of lines under {@code tombstones/<batch>}: written once, never changed, never
 * deleted. They hold random ids, numbers and instants only. Safe for use by many threads.
 *
 * <p>Every call throws {@link UnavailableException} when the store is away.
 */
public final class S3Tombstones implements AutoCloseable {
    /** What the name of each batch begins with. */
    public static final String PREFIX = "tombstones/";

    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String bucket;
    private final OkHttpClient connections;
    private final MinioClient writer;
    private final MinioClient lister;

    /**
     * Connects with the first call, not here.
     *
     * @param writing with a credential that puts and gets
     * @param listing with a credential that lists
     */
    public S3Tombstones(S3Settings writing, S3Settings listing) {
        this.bucket = writing.bucket();
        this.connections = S3Connections.open(writing.timing());
        this.writer = S3Connections.client(writing, connections);
        this.lister = S3Connections.client(listing, connections);
    }

    /**
     * Writes a batch; durable on return.
     *
     * @param batch a fresh random id, never used again
     */
    public void bury(UUID batch, List<String> lines) {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        ask(
                "put tombstones",
                () ->
                        writer.putObject(PutObjectArgs.builder()
                                .bucket(bucket)
                                .object(PREFIX + batch)
                                .extraHeaders(Map.of("If-None-Match", "*"))
                                .stream(new ByteArrayInputStream(text), (long) text.length, -1L)
                                .build()));
    }

    /** All batches there are; a store's own temporary files are none. */
    public Set<UUID> batches() {
        Set<UUID> batches = new TreeSet<>();
        var found = lister.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(PREFIX)
                        .recursive(true)
                        .build())
                .iterator();
        while (ask("list tombstones", found::hasNext)) {
            String name = ask("list tombstones", () -> found.next().get()).objectName();
            if (NAME.matcher(name).matches()) {
                batches.add(UUID.fromString(name.substring(PREFIX.length())));
            }
        }
        return batches;
    }

    /** The lines of a batch. */
    public List<String> read(UUID batch) {
        return ask("read tombstones", () -> {
            try (var body = writer.getObject(GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(PREFIX + batch)
                    .build())) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UnavailableException("read tombstones: it broke off", S3Attempts.RETRY_AFTER, e);
            }
        });
    }

    @Override
    public void close() {
        S3Connections.close(connections);
    }
}
