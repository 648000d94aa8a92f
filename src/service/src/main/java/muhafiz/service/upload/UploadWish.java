package muhafiz.service.upload;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants to bring in parts.
 *
 * @param kind the policy's document kind
 * @param replaces an earlier document of the same case and kind
 * @param length true length in bytes
 * @param fileName as the sender called it
 * @param metadata the sender's own words about it, given back as they came
 */
public record UploadWish(
        String kind, Optional<UUID> replaces, long length, Optional<String> fileName, String metadata) {}
