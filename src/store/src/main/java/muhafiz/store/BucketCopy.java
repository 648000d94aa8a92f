package muhafiz.store;

import static muhafiz.store.MinioCalls.ask;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.OkHttpClient;

/**
 * Copies a bucket into a folder and back, object by object, as they are: sealed. Objects never change, so a second copy into the same
 * folder brings what came since; what was deleted in the bucket stays in the copy, and opens as little as its key does. What an object
 * says of itself (its user metadata) lies beside it. One thread.
 *
 * <p>Calls throw {@link muhafiz.crypto.UnavailableException} when the store is away, UncheckedIOException when the folder fails.
 */
public final class BucketCopy implements AutoCloseable {
    private static final String BESIDE = ".metadata";
    private static final String FRESH = ".new";
    private static final String METADATA = "x-amz-meta-";

    private final String bucket;
    private final OkHttpClient connections;
    private final MinioClient keeper;
    private final MinioClient lister;

    /**
     * @param keeping with a credential that puts and gets
     * @param listing with a credential that lists
     */
    public BucketCopy(S3Settings keeping, S3Settings listing) {
        this.bucket = keeping.bucket();
        this.connections = S3Connections.open(keeping.timing());
        this.keeper = S3Connections.client(keeping, connections);
        this.lister = S3Connections.client(listing, connections);
    }

    /** Brings what is not in the folder yet. @return how many objects came */
    public long down(Path folder) {
        var objects = lister.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build())
                .iterator();
        long came = 0;
        while (ask("list", objects::hasNext)) {
            var object = ask("list", () -> objects.next().get());
            Path file = inside(folder, object.objectName());
            if (!Files.exists(file)) {
                fetch(object.objectName(), file);
                came++;
            }
        }
        return came;
    }

    private void fetch(String name, Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + FRESH);
        var wanted = GetObjectArgs.builder().bucket(bucket).object(name).build();
        try {
            Files.createDirectories(parentOf(file));
            try (GetObjectResponse object = ask("get", () -> keeper.getObject(wanted))) {
                Files.copy(object, fresh, StandardCopyOption.REPLACE_EXISTING);
                write(metadataIn(object.headers()), file.resolveSibling(file.getFileName() + BESIDE));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> metadataIn(Headers headers) {
        Map<String, String> metadata = new TreeMap<>();
        for (String header : headers.names()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(METADATA)) {
                metadata.put(name.substring(METADATA.length()), Objects.requireNonNull(headers.get(header)));
            }
        }
        return metadata;
    }

    /** Puts every object of the folder that the bucket lacks. @return how many there were in the folder */
    public long up(Path folder) {
        long put = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = folder.relativize(file).toString();
                if (Files.isRegularFile(file) && !name.endsWith(BESIDE) && !name.endsWith(FRESH)) {
                    put(name, file);
                    put++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return put;
    }

    private void put(String name, Path file) throws IOException {
        long length = Files.size(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            ask(
                    "put",
                    () -> keeper.putObject(PutObjectArgs.builder()
                            .bucket(bucket)
                            .object(name)
                            .userMetadata(read(file.resolveSibling(file.getFileName() + BESIDE)))
                            .stream(bytes, length, -1L)
                            .build()));
        }
    }

    private static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("an object's name leads out of the folder");
        }
        return file;
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a root is no file");
        }
        return parent;
    }

    private static void write(Map<String, String> metadata, Path file) throws IOException {
        if (metadata.isEmpty()) {
            return;
        }
        Properties lines = new Properties();
        lines.putAll(metadata);
        try (Writer out = Files.newBufferedWriter(file)) {
            lines.store(out, null);
        }
    }

    private static Map<String, String> read(Path file) {
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                lines.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> metadata = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> metadata.put(name, lines.getProperty(name)));
        return metadata;
    }

    @Override
    public void close() {
        S3Connections.close(connections);
    }
}
