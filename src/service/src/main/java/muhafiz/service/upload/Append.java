package muhafiz.service.upload;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * More bytes of an upload.
 *
 * @param offset where the sender believes they belong
 * @param length of the body, where the sender says so
 * @param checksum of the body: then all of it counts or nothing
 * @param body read once, not closed
 */
public record Append(long offset, OptionalLong length, Optional<Checksum> checksum, InputStream body) {}
