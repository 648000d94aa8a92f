package muhafiz.stand.objects;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** Nobody over HTTP makes, empties, removes or opens up a bucket. */
abstract sealed class FixedBucketBlobStore extends ForwardingBlobStore permits IntakeBlobStore, DestroyerBlobStore {
    static final int FORBIDDEN = 403;

    FixedBucketBlobStore(BlobStore delegate) {
        super(delegate);
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public void clearContainer(ListObjectsV2Request request) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public void deleteContainer(String bucket) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public void deleteBucket(String bucket) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public void setContainerAccess(String bucket, BucketCannedACL access) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }
}
