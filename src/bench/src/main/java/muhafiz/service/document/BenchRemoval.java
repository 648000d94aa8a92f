package muhafiz.service.document;

import java.time.InstantSource;
import muhafiz.store.ObjectDestroyer;

/** Deletes objects of a store that gives up each at once. */
public final class BenchRemoval {
    private BenchRemoval() {}

    @SuppressWarnings("NullAway") // nothing remains, so nothing is remembered
    public static Removal of(ObjectDestroyer destroyer) {
        return new Removal(destroyer, null, InstantSource.system());
    }
}
