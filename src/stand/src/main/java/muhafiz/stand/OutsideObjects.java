package muhafiz.stand;

import java.net.URI;
import java.util.Optional;

/** An S3 store that is not the stand's own. Printed without secrets. */
public record OutsideObjects(
        URI endpoint, String region, String bucket, Credential intake, Optional<Credential> destroyer) {

    /** An access key and its secret. */
    public record Credential(String id, String secret) {
        @Override
        public String toString() {
            return "Credential " + id;
        }
    }
}
