package muhafiz.service.upload;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an upload is.
 *
 * @param length of the whole in bytes
 * @param received bytes that need not be sent again; all of them only once the document is filed
 * @param metadata as it came; empty text where there was none, and once it is filed
 * @param until when it ends if nothing more comes
 * @param document what it became
 */
public record UploadProgress(
        UUID id, long length, long received, String metadata, Instant until, Optional<UUID> document) {}
