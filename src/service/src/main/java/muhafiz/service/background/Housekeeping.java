package muhafiz.service.background;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import muhafiz.service.access.Attempts;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.intake.ExpiredRepeats;
import muhafiz.service.intake.OrphanSweep;

/** What is tidied by itself: orphaned objects, expired request names, old attempts, a lost index. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final OrphanSweep orphans;
    private final ExpiredRepeats repeats;
    private final Attempts attempts;
    private final NumberIndex index;

    @Inject
    Housekeeping(OrphanSweep orphans, ExpiredRepeats repeats, Attempts attempts, NumberIndex index) {
        this.orphans = orphans;
        this.repeats = repeats;
        this.attempts = attempts;
        this.index = index;
    }

    void sweep() {
        int objects = orphans.sweep();
        int names = repeats.sweep();
        int old = attempts.sweep();
        LOG.log(Level.INFO, "swept {0} orphaned objects, {1} request names, {2} attempts", objects, names, old);
    }

    /** Never throws: the next watch comes soon. */
    void mendIndex() {
        try {
            index.rebuildIfLost();
        } catch (Exception e) { // a commit that fails throws a checked one, declared or not
            LOG.log(
                    Level.WARNING,
                    "the index cannot be looked after now: {0}",
                    e.getClass().getName());
        }
    }
}
