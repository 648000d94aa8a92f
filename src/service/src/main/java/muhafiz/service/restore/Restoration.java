package muhafiz.service.restore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.UnaryOperator;
import muhafiz.service.keys.Restored;
import muhafiz.service.keys.Tombstones;
import muhafiz.service.restore.RestoreRows.Table;

/**
 * Makes a database that was brought back into this archive again. It is known by what the restore command wrote, or by tombstones beside
 * the ciphertext that it knows nothing of. One node, before any key is made, opened or rotated; interrupted, it is asked for again.
 */
@ApplicationScoped
public class Restoration {
    private static final UUID FIRST = new UUID(0, 0);

    private final RestoreTurn turn;
    private final Tombstones tombstones;
    private final Restored keys;

    @Inject
    Restoration(RestoreTurn turn, Tombstones tombstones, Restored keys) {
        this.turn = turn;
        this.tombstones = tombstones;
        this.keys = keys;
    }

    /**
     * On return everything that was forgotten anywhere is forgotten here.
     *
     * @return whether there was anything to do
     */
    public boolean applyWhereRestored() {
        Tombstones.Unheard unheard = tombstones.unheard();
        boolean restored = turn.isUnapplied();
        if (unheard.tombstones().isEmpty() && !restored) {
            tombstones.heard(unheard);
            return false;
        }
        if (!restored) {
            turn.found();
        }
        keys.apply(unheard.tombstones());
        takeOff(unheard);
        return true;
    }

    /** The same in a restore drill: the holders of the roots are asked to open, and for nothing else. */
    public void applyAside() {
        Tombstones.Unheard unheard = tombstones.unheard();
        keys.applyAside(unheard.tombstones());
        takeOff(unheard);
    }

    private void takeOff(Tombstones.Unheard unheard) {
        tombstones.heard(unheard);
        turn.strikeLostNames();
        for (Table table : Table.values()) {
            walk(last -> turn.takeOff(table, last).orElse(FIRST));
        }
        walk(last -> turn.mendLogKeys(last).orElse(FIRST));
        turn.applied(unheard.tombstones().size());
    }

    private static void walk(UnaryOperator<UUID> step) {
        UUID last = step.apply(FIRST);
        while (!last.equals(FIRST)) {
            last = step.apply(last);
        }
    }
}
