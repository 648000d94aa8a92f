package muhafiz.service.intake;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A document on its way in.
 *
 * @param kind the policy's document kind
 * @param replaces an earlier document of the same case and kind
 * @param length true length in bytes as declared; empty where the sender did not say
 * @param sha256 what the sender says the bytes hash to (RFC 9530)
 * @param idempotencyKey the sender's own name for this act
 * @param fileName as the sender called it; kept sealed
 * @param body the bytes; read once, not closed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Upload(
        String kind,
        Optional<UUID> replaces,
        OptionalLong length,
        Optional<byte[]> sha256,
        Optional<String> idempotencyKey,
        Optional<String> fileName,
        InputStream body) {}
