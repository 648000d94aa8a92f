package muhafiz.store;

import io.minio.GetBucketVersioningArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.VersioningConfiguration.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import muhafiz.crypto.UnavailableException;
import okhttp3.OkHttpClient;

/** Removes objects of an S3 store; in a bucket with versions, every version. */
public final class S3ObjectDestroyer implements ObjectDestroyer {
    private static final int NOT_IMPLEMENTED = 501;

    private final String bucket;
    private final OkHttpClient connections;
    private final MinioClient client;
    private volatile Versions versions = Versions.UNKNOWN;

    private enum Versions {
        UNKNOWN,
        NONE,
        KEPT
    }

    /** @param settings with the destroyer's own credential. Connects with the first call, not here. */
    public S3ObjectDestroyer(S3Settings settings) {
        this.bucket = settings.bucket();
        this.connections = S3Connections.open(settings.timing());
        this.client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(repeating(connections))
                .build();
    }

    /** Listing and deleting may be done twice, so a connection that broke in between may be replaced unseen. */
    private static OkHttpClient repeating(OkHttpClient connections) {
        return connections.newBuilder().retryOnConnectionFailure(true).build();
    }

    @Override
    public void list(Consumer<StoredObject> each) {
        versions = Versions.UNKNOWN;
        var all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
        walk(
                all,
                item -> each.accept(new StoredObject(
                        item.objectName(), item.size(), item.lastModified().toInstant())));
    }

    @Override
    public void delete(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an object has a name");
        }
        var object = RemoveObjectArgs.builder().bucket(bucket).object(name);
        if (versions() == Versions.KEPT) {
            versionsOf(name).forEach(version -> remove(object.versionId(version).build()));
        } else {
            remove(object.build());
        }
    }

    /** Asked once, and again after each listing: a bucket's owner can switch it. */
    private Versions versions() {
        Versions known = versions;
        if (known == Versions.UNKNOWN) {
            known = askForVersions();
            versions = known;
        }
        return known;
    }

    private Versions askForVersions() {
        var asked = GetBucketVersioningArgs.builder().bucket(bucket).build();
        Status status = ask("ask for versions", () -> {
            try {
                return client.getBucketVersioning(asked).status();
            } catch (ErrorResponseException e) {
                if (e.response().code() == NOT_IMPLEMENTED) {
                    return Status.OFF;
                }
                throw e;
            }
        });
        return status == Status.OFF ? Versions.NONE : Versions.KEPT;
    }

    /** The current one last: as long as older ones are left, a listing still shows the object. */
    private List<String> versionsOf(String name) {
        var withThisPrefix = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(name)
                .recursive(true)
                .includeVersions(true)
                .build();
        var items = new ArrayList<Item>();
        walk(withThisPrefix, item -> {
            if (item.objectName().equals(name)) {
                items.add(item);
            }
        });
        items.sort(Comparator.comparing(Item::isLatest));
        return items.stream().map(Item::versionId).toList();
    }

    private void walk(ListObjectsArgs wanted, Consumer<Item> each) {
        var found = client.listObjects(wanted).iterator();
        while (ask("list", found::hasNext)) {
            each.accept(ask("list", () -> found.next().get()));
        }
    }

    private void remove(RemoveObjectArgs object) {
        ask("delete", () -> {
            client.removeObject(object);
            return object;
        });
    }

    private interface Call<T> {
        T make() throws MinioException;
    }

    /** The SDK's failures in our words. What is no MinioException, such as a refused connection, it wraps as illegal state. */
    private static <T> T ask(String what, Call<T> call) {
        try {
            return call.make();
        } catch (ErrorResponseException e) {
            var reply = S3Reply.refusal(e.response().code(), e.errorResponse().code());
            throw reply.verdict() == S3Reply.Verdict.LATER
                    ? new UnavailableException(what + ": store says " + reply, S3Attempts.RETRY_AFTER)
                    : new StoreRefusedException(what, reply);
        } catch (MinioException | IllegalStateException e) {
            throw new UnavailableException(what + ": no answer", S3Attempts.RETRY_AFTER, e);
        }
    }

    @Override
    public void close() {
        S3Connections.close(connections);
    }
}
