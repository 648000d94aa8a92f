package muhafiz.store;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an S3 store is and who we are there. Printed without the credential.
 *
 * @param endpoint http or https, host and port only; buckets are addressed by path
 * @param region what the signatures name; configured, so that it is never looked up
 * @param bucket exists already
 * @param accessKey the credential's id
 * @param secretKey the credential's secret
 * @param timing how long to wait
 */
public record S3Settings(
        URI endpoint, String region, String bucket, String accessKey, String secretKey, S3Timing timing) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    public S3Settings {
        checkEndpoint(endpoint);
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("a region has 1 to 63 of a-z 0-9 -, was " + region);
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("a bucket has 3 to 63 of a-z 0-9 . -, was " + bucket);
        }
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("the store's credential is empty");
        }
    }

    /** With the usual timing. */
    public S3Settings(URI endpoint, String region, String bucket, String accessKey, String secretKey) {
        this(endpoint, region, bucket, accessKey, secretKey, S3Timing.USUAL);
    }

    private static void checkEndpoint(URI endpoint) {
        String scheme = Optional.ofNullable(endpoint.getScheme()).orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the store's endpoint starts with http or https");
        }
        if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the store's endpoint names a host, and no user");
        }
        String path = endpoint.getRawPath();
        boolean bare = path.isEmpty() || path.equals("/");
        if (!bare || endpoint.getRawQuery() != null) {
            throw new IllegalArgumentException("the store's endpoint has no path and no query, was " + endpoint);
        }
    }

    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + region + ", " + bucket + "]";
    }
}
