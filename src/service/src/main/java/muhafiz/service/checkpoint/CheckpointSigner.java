package muhafiz.service.checkpoint;

import java.util.List;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;

/** Signs for the log. */
public interface CheckpointSigner {
    /** Names the log in its checkpoints. */
    String origin();

    /** The checkpoint, signed by every key whose turn it is at that size. */
    SignedNote sign(Checkpoint checkpoint);

    /** All keys of the log, oldest first. */
    List<VerifierKey> known();

    /** Statements of changes of key, by the number of the new key. */
    List<Change> changes();

    /** A change of key that was stated. */
    record Change(int number, SignedNote statement) {}
}
