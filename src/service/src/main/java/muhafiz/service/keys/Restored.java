package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootGoneException;
import muhafiz.service.keys.Rotation.Rotated;
import muhafiz.service.roots.RootHolders;

/**
 * What a key ring that was put back from a copy must go through before anything is created, opened or rotated. The copy knows less than
 * the world does: leaves were forgotten, leaves were made and forgotten, and roots were made since. So the holders' roots are entered
 * here, to die on their days; every tombstone there is is entered; <em>every</em> page gets another key, because what was made on it since
 * and forgotten is in no row; and only then comes a rotation, above all that are known. Whatever interrupts it, it is asked for
 * again. Nobody else may use the key ring meanwhile.
 */
@ApplicationScoped
public class Restored {
    private static final int BATCH = 1000;

    private final RestoreSteps steps;
    private final RootHolders holders;
    private final Rotation rotation;

    @Inject
    Restored(RestoreSteps steps, RootHolders holders, Rotation rotation) {
        this.steps = steps;
        this.holders = holders;
        this.rotation = rotation;
    }

    /**
     * On return nothing that was forgotten can be opened here, and nobody can open it for longer than if nothing had been put back.
     *
     * @param tombstones all that are known from anywhere; the key ring's own may be left out
     * @throws RootGoneException where the copy is older than the horizon: the roots that reach it are gone, as promised
     * @throws UnavailableException where a holder is away
     * @throws IllegalStateException where a holder has a root whose name does not say when it is to die
     */
    public Rotated apply(Set<Tombstone> tombstones) {
        adoptRoots();
        remember(new ArrayList<>(tombstones));
        renewPages();
        return rotateAbove(steps.lastAdopted());
    }

    void adoptRoots() {
        holders.all()
                .forEach((name, holder) ->
                        holder.alive().stream().map(RootName::read).forEach(root -> steps.adopt(root, name)));
    }

    /**
     * The same for a copy that is only looked at: no root is made, adopted or ended, so that the archive whose roots these are goes on
     * as if nobody had looked.
     */
    public void applyAside(Set<Tombstone> tombstones) {
        remember(new ArrayList<>(tombstones));
        renewPages();
    }

    private void remember(List<Tombstone> tombstones) {
        for (int from = 0; from < tombstones.size(); from += BATCH) {
            steps.remember(tombstones.subList(from, Math.min(tombstones.size(), from + BATCH)));
        }
    }

    void renewPages() {
        steps.pages().forEach(steps::renew);
    }

    /** A rotation that the copy had only begun is ended first, and may be older than one that it did not know. */
    private Rotated rotateAbove(long adopted) {
        Rotated rotated = rotation.rotateRestored();
        while (rotated.epoch() <= adopted) {
            rotated = rotation.rotateRestored();
        }
        return rotated;
    }
}
