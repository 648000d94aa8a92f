package muhafiz.service.evidence;

import java.util.Optional;

/** Whoever shows the log's checkpoints says which is the newest. */
public interface NewestCheckpoint {
    /**
     * A checkpoint as it is shown.
     *
     * @param size of the tree
     * @param note the signed note, as served
     */
    record Shown(long size, String note) {}

    /** In the caller's transaction; empty before the first. */
    Optional<Shown> newest();
}
