package muhafiz.service.checkpoint;

import java.time.Instant;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;

/**
 * A checkpoint that anybody may have been shown.
 *
 * @param note the signed note, with the witnesses' cosignatures
 */
public record Published(Checkpoint checkpoint, SignedNote note, Instant at) {
    /** The note as it is sent. */
    public String text() {
        return note.asText();
    }

    public long size() {
        return checkpoint.size();
    }
}
