package muhafiz.service.log;

import java.util.UUID;

/**
 * An entry that was written.
 *
 * @param entry its random id, known only inside
 * @param leafHash RFC 6962 leaf hash of its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Logged(UUID entry, byte[] leafHash) {}
