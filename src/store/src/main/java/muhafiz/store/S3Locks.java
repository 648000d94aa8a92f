package muhafiz.store;

import static muhafiz.store.MinioCalls.ask;
import static muhafiz.store.MinioCalls.askOr;

import io.minio.GetObjectLockConfigurationArgs;
import io.minio.GetObjectRetentionArgs;
import io.minio.IsObjectLegalHoldEnabledArgs;
import io.minio.MinioClient;
import io.minio.SetObjectRetentionArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import muhafiz.store.Deletion.Remains;

/** Object lock: what the store holds back, and what we ask it to hold back. */
final class S3Locks {
    private static final int NOT_IMPLEMENTED = 501;
    private static final Set<String> NO_LOCKS = Set.of(
            "ObjectLockConfigurationNotFoundError",
            "NoSuchObjectLockConfiguration",
            "InvalidRequest",
            "InvalidBucketState",
            "NotImplemented");

    private final MinioClient client;
    private final String bucket;

    S3Locks(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    BucketLock byDefault() {
        var asked = GetObjectLockConfigurationArgs.builder().bucket(bucket).build();
        return ask("ask for the bucket's lock", () -> {
            try {
                return lock(client.getObjectLockConfiguration(asked).mode());
            } catch (ErrorResponseException e) {
                if (hasNoLocks(e)) {
                    return BucketLock.NONE;
                }
                throw e;
            }
        });
    }

    private static BucketLock lock(RetentionMode mode) {
        if (mode == RetentionMode.COMPLIANCE) {
            return BucketLock.COMPLIANCE;
        }
        return mode == RetentionMode.GOVERNANCE ? BucketLock.GOVERNANCE : BucketLock.NONE;
    }

    /** @return false where the bucket has no locks */
    boolean retain(String name, String version, Instant until) {
        var wanted = SetObjectRetentionArgs.builder()
                .bucket(bucket)
                .object(name)
                .versionId(version)
                .config(new Retention(RetentionMode.GOVERNANCE, until.atZone(ZoneOffset.UTC)))
                .bypassGovernanceMode(true)
                .build();
        return ask("lock", () -> {
            try {
                client.setObjectRetention(wanted);
                return true;
            } catch (ErrorResponseException e) {
                if (hasNoLocks(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    private static boolean hasNoLocks(ErrorResponseException e) {
        return e.response().code() == NOT_IMPLEMENTED
                || NO_LOCKS.contains(e.errorResponse().code());
    }

    /** Why the store refused to delete a version; empty where no lock explains it. */
    Optional<Remains> on(String name, String version) {
        var asked = GetObjectRetentionArgs.builder()
                .bucket(bucket)
                .object(name)
                .versionId(version)
                .build();
        Optional<Retention> retention =
                askOr("ask for a lock", Optional.empty(), () -> Optional.ofNullable(client.getObjectRetention(asked)));
        if (retention.isPresent()) {
            return retention.map(lock ->
                    new Remains(Optional.ofNullable(lock.retainUntilDate()).map(until -> until.toInstant())));
        }
        var held = IsObjectLegalHoldEnabledArgs.builder()
                .bucket(bucket)
                .object(name)
                .versionId(version)
                .build();
        boolean isHeld = askOr("ask for a hold", false, () -> client.isObjectLegalHoldEnabled(held));
        return isHeld ? Optional.of(new Remains(Optional.empty())) : Optional.empty();
    }
}
