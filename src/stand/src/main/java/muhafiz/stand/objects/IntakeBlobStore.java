package muhafiz.stand.objects;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** What intake's credential reaches: put, get and head. */
final class IntakeBlobStore extends FixedBucketBlobStore {
    IntakeBlobStore(BlobStore delegate) {
        super(delegate);
    }

    @Override
    public ListBucketsResponse list() {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }
}
