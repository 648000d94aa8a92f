package muhafiz.store;

import java.time.Instant;
import java.util.Optional;

/** How a deletion ended. */
public sealed interface Deletion {
    /** Nothing is left of the object: no version and no delete marker. */
    record Gone() implements Deletion {}

    /**
     * The store will not give a version up yet: its ciphertext remains.
     *
     * @param until the store's own word on when its lock ends; empty where it holds without a date
     */
    record Remains(Optional<Instant> until) implements Deletion {}
}
