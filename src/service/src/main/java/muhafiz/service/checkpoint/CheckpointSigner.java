package muhafiz.service.checkpoint;

import java.util.List;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;

/** Signs for the log. */
public interface CheckpointSigner {
    /** Names the log in its checkpoints. */
    String origin();

    /**
     * The checkpoint, signed by every key whose turn it is between two sizes.
     *
     * @param before the size that was signed last
     */
    SignedNote sign(Checkpoint checkpoint, long before);

    /** All keys of the log, oldest first. */
    List<VerifierKey> known();
}
