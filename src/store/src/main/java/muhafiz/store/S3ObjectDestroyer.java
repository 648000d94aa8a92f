package muhafiz.store;

import static muhafiz.store.MinioCalls.ask;
import static muhafiz.store.MinioCalls.askOr;

import io.minio.GetBucketVersioningArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import io.minio.messages.VersioningConfiguration.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import muhafiz.store.Deletion.Gone;
import muhafiz.store.Deletion.Remains;
import okhttp3.OkHttpClient;

/** Removes objects of an S3 store; in a bucket with versions, every version. */
public final class S3ObjectDestroyer implements ObjectDestroyer {
    private static final int NOT_IMPLEMENTED = 501;

    private final String bucket;
    private final OkHttpClient connections;
    private final MinioClient client;
    private final S3Locks locks;
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
        this.client = S3Connections.client(settings, connections);
        this.locks = new S3Locks(client, bucket);
    }

    @Override
    public void list(String prefix, Consumer<StoredObject> each) {
        versions = Versions.UNKNOWN;
        var wanted = ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true);
        walk(
                wanted.build(),
                item -> each.accept(new StoredObject(
                        item.objectName(), item.size(), item.lastModified().toInstant())));
    }

    @Override
    public Deletion delete(String name) {
        requireName(name);
        if (versions() == Versions.NONE) {
            remove(RemoveObjectArgs.builder().bucket(bucket).object(name));
            return new Gone();
        }
        var remaining = new ArrayList<Remains>();
        versionsOf(name).forEach(version -> delete(name, version).ifPresent(remaining::add));
        return remaining.isEmpty() ? new Gone() : latest(remaining);
    }

    private static void requireName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an object has a name");
        }
    }

    /** What keeps the version from being deleted, where a lock does. Only a store with locks knows the word for a bypass. */
    private Optional<Remains> delete(String name, String version) {
        var object = RemoveObjectArgs.builder().bucket(bucket).object(name).versionId(version);
        try {
            remove(object);
            return Optional.empty();
        } catch (StoreRefusedException refused) {
            boolean removed = askOr("delete past a lock", false, () -> {
                client.removeObject(object.bypassGovernanceMode(true).build());
                return true;
            });
            return removed
                    ? Optional.empty()
                    : Optional.of(locks.on(name, version).orElseThrow(() -> refused));
        }
    }

    private static Remains latest(List<Remains> remaining) {
        if (remaining.stream().anyMatch(one -> one.until().isEmpty())) {
            return new Remains(Optional.empty());
        }
        return new Remains(
                remaining.stream().flatMap(one -> one.until().stream()).max(Comparator.naturalOrder()));
    }

    @Override
    public boolean retain(String name, Instant until) {
        requireName(name);
        if (versions() == Versions.NONE) {
            return false; // where there are locks there are versions
        }
        var content =
                itemsOf(name).stream().filter(item -> !item.isDeleteMarker()).toList();
        return !content.isEmpty() && content.stream().allMatch(item -> locks.retain(name, item.versionId(), until));
    }

    @Override
    public BucketLock bucketLock() {
        return locks.byDefault();
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
        return itemsOf(name).stream()
                .sorted(Comparator.comparing(Item::isLatest))
                .map(Item::versionId)
                .toList();
    }

    private List<Item> itemsOf(String name) {
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
        return items;
    }

    private void walk(ListObjectsArgs wanted, Consumer<Item> each) {
        var found = client.listObjects(wanted).iterator();
        while (ask("list", found::hasNext)) {
            each.accept(ask("list", () -> found.next().get()));
        }
    }

    private void remove(RemoveObjectArgs.Builder object) {
        ask("delete", () -> {
            client.removeObject(object.build());
            return object;
        });
    }

    @Override
    public void close() {
        S3Connections.close(connections);
    }
}
