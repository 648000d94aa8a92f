package muhafiz.service.log;

import java.time.Instant;

/**
 * The public part of an entry, with its place.
 *
 * @param actor the actor's pseudonym of the month
 * @param leafHash RFC 6962 leaf hash
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LogLine(
        long seq,
        Instant time,
        byte[] actor,
        String role,
        String action,
        String purpose,
        String basis,
        String outcome,
        String rule,
        byte[] leafHash) {}
