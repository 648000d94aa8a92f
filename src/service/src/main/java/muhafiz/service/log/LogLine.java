package muhafiz.service.log;

import java.time.Instant;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;

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
        byte[] leafHash) {
    /** The public part of that leaf. */
    public static LogLine of(long seq, LogLeaf leaf) {
        PublicPart shown = leaf.publicPart();
        return new LogLine(
                seq,
                Instant.ofEpochSecond(shown.epochSecond()),
                shown.actor(),
                shown.role(),
                shown.action(),
                shown.purpose(),
                shown.basis(),
                shown.outcome(),
                shown.rule(),
                leaf.leafHash());
    }
}
