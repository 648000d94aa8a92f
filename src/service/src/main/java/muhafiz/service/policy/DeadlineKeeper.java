package muhafiz.service.policy;

import java.util.Optional;
import java.util.UUID;

/** Somebody who keeps dates that are counted in working days. Each is a bean; a year that is loaded gives or moves its dates. */
public interface DeadlineKeeper {
    /**
     * Computes the dates of some open items anew that the year may touch, in a transaction of its own. Computing twice changes nothing.
     *
     * @param after the last item of the slice before; the least id for the first
     * @return the last item of this slice; empty where there are no more
     */
    Optional<UUID> recompute(int year, UUID after);
}
