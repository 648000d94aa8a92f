package muhafiz.service.checkpoint;

import java.util.Optional;
import muhafiz.proof.tree.TreeHash;

/**
 * Somebody who knows how far the log has been shown. Each is a bean; whoever adds one, such as a time stamp over a checkpoint, is asked
 * from then on, before a node that took over gives out a place.
 */
public interface KnownHead {
    /**
     * A size that was shown.
     *
     * @param root of the tree of that size; empty where only the size is known
     */
    record Known(long size, Optional<TreeHash> root) {
        static Known of(Published published) {
            return new Known(
                    published.size(), Optional.of(published.checkpoint().root()));
        }
    }

    /** Lower-case word for messages. */
    String name();

    /**
     * The largest size it knows of; empty where it knows none, or may be left unasked when it is away.
     *
     * @throws RuntimeException where it cannot be asked and must be
     */
    Optional<Known> newest();
}
