package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;

/**
 * Gives the tree another root: a new epoch, every page under it, and then the end of the roots whose time has come. What was destroyed
 * {@code keys.horizon} rotations ago is out of everybody's reach from then on. Whatever interrupts it, the next call goes on where it
 * stopped; the end of roots comes last. Safe for all threads and nodes.
 */
@ApplicationScoped
public class Rotation {
    private static final Duration OTHERS_HOLD_PAGES = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final RotationSteps steps;
    private final RootHolders holders;
    private final int horizon;

    @Inject
    Rotation(RotationSteps steps, RootHolders holders, Settings settings) {
        this(steps, holders, settings.archive().count("keys.horizon"));
    }

    Rotation(RotationSteps steps, RootHolders holders, int horizon) {
        this.steps = steps;
        this.holders = holders;
        this.horizon = horizon;
    }

    /**
     * How a rotation ended.
     *
     * @param epoch its number, from 1
     * @param rootsAlive roots that may still unwrap something
     */
    public record Rotated(long epoch, int rootsAlive) {}

    /** Makes the first root and epoch where there is none; called at start. */
    public void beginIfNew() {
        if (steps.newest().isEmpty()) {
            rotate();
        }
    }

    /**
     * One rotation, or the rest of one that was interrupted.
     *
     * @throws UnavailableException where a holder is away; nothing is lost, and the rotation is unfinished
     */
    public Rotated rotate() {
        Epoch epoch = steps.newest().filter(newest -> !newest.finished()).orElseGet(this::next);
        bringOver(epoch);
        endRoots();
        return new Rotated(epoch.number(), steps.alive());
    }

    private Epoch next() {
        Root root = steps.plan(horizon);
        holders.all().values().forEach(holder -> holder.create(root.id()));
        steps.begin(root);
        return steps.newest().orElseThrow();
    }

    private void bringOver(Epoch epoch) {
        long patience = LONGEST_WAIT.dividedBy(OTHERS_HOLD_PAGES);
        do {
            while (steps.move() > 0) {
                patience = LONGEST_WAIT.dividedBy(OTHERS_HOLD_PAGES);
            }
            if (steps.finish(epoch)) {
                return;
            }
            LockSupport.parkNanos(OTHERS_HOLD_PAGES.toNanos());
        } while (patience-- > 0);
        throw new UnavailableException("pages-held", LONGEST_WAIT);
    }

    /** A root is gone when every holder says so. */
    private void endRoots() {
        for (Root root : steps.due()) {
            for (RootKeys holder : holders.all().values()) {
                holder.destroy(root.id());
                if (holder.alive().contains(root.id())) {
                    throw new UnavailableException("root-not-destroyed", LONGEST_WAIT);
                }
            }
            steps.gone(root);
        }
    }
}
