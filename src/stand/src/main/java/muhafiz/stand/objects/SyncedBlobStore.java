package muhafiz.stand.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.stand.home.PrivateFiles;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Answers only when what was written, or removed, would survive a loss of power. Safe for use by several threads. */
final class SyncedBlobStore extends ForwardingBlobStore {
    private static final int MOST_REMEMBERED = 10_000;

    private final Path root;
    /** Folders whose own names are known to be on disk. */
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    SyncedBlobStore(BlobStore delegate, Path root) {
        super(delegate);
        this.root = root;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        try {
            PutObjectResponse response = super.putBlob(request, content);
            sync(request.bucket(), request.key());
            return response;
        } catch (RuntimeException refused) {
            // "Exists already" is the answer to a repeated put whose first answer was lost: it is taken for kept, so it
            // must be.
            if (Files.exists(file(request.bucket(), request.key()))) {
                sync(request.bucket(), request.key());
            }
            throw refused;
        }
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        sync(request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        sync(request.bucket(), request.key());
        return response;
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        CreateBucketResponse response = super.createContainer(request);
        syncNow(root);
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        DeleteObjectResponse response = super.removeBlob(request);
        Path folder = PrivateFiles.parentOf(file(request.bucket(), request.key()));
        while (!Files.isDirectory(folder)) {
            durable.remove(folder);
            folder = PrivateFiles.parentOf(folder);
        }
        syncNow(folder);
        return response;
    }

    private void sync(String bucket, String key) {
        Path file = file(bucket, key);
        syncNow(file);
        Path folder = PrivateFiles.parentOf(file);
        syncNow(folder);
        while (!folder.equals(root.resolve(bucket)) && !durable.contains(folder)) {
            syncNow(PrivateFiles.parentOf(folder));
            remember(folder);
            folder = PrivateFiles.parentOf(folder);
        }
    }

    private void remember(Path folder) {
        if (durable.size() >= MOST_REMEMBERED) {
            durable.clear();
        }
        durable.add(folder);
    }

    private Path file(String bucket, String key) {
        Path file = root.resolve(bucket).resolve(key).normalize();
        if (!file.startsWith(root.resolve(bucket)) || file.equals(root.resolve(bucket))) {
            throw new IllegalArgumentException("the key leads out of the bucket");
        }
        return file;
    }

    private static void syncNow(Path path) {
        try {
            PrivateFiles.sync(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
