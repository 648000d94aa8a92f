package muhafiz.service.intake;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * A document that was received and will not be lost.
 *
 * @param size true length in bytes
 * @param sha256 of the bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Received(UUID id, String kind, long size, byte[] sha256, String state, Receipt receipt) {
    /**
     * What the log holds of it.
     *
     * @param leafHash RFC 6962 leaf hash of the entry
     * @param sequence the entry's place in the log; empty where it had none yet within the configured wait
     * @param checkpoint size of a checkpoint that was shown and has the entry; empty where there was none yet: then the proof is fetched
     *     later
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Receipt(byte[] leafHash, OptionalLong sequence, OptionalLong checkpoint) {}
}
