package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.roots.RootHolders;

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
    private final Optional<QuorumSettings> quorum;
    private final InstantSource clock;

    @Inject
    Rotation(RotationSteps steps, RootHolders holders, Settings settings, InstantSource clock) {
        this(steps, holders, settings.archive().count("keys.horizon"), QuorumSettings.in(settings.archive()), clock);
    }

    Rotation(
            RotationSteps steps,
            RootHolders holders,
            int horizon,
            Optional<QuorumSettings> quorum,
            InstantSource clock) {
        this.steps = steps;
        this.holders = holders;
        this.horizon = horizon;
        this.quorum = quorum;
        this.clock = clock;
    }

    /**
     * How a rotation ended.
     *
     * @param epoch its number, from 1
     * @param rootsAlive roots that may still unwrap something
     */
    public record Rotated(long epoch, int rootsAlive) {}

    /**
     * Called at start, before anything is asked of a holder.
     *
     * @throws IllegalStateException where a holder shows none of the roots that were made under its name
     */
    public void requireKnownHolders() {
        new KnownHolders(holders).check(steps.expected());
    }

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
        return finish(unfinished().orElseGet(() -> next(new RotationPlan(horizon, false), false)));
    }

    /**
     * One rotation of a key ring that was put back from a copy, or the rest of one that was interrupted. Where there is a quorum it gets
     * another pair: that of the copy may be one whose shares have been destroyed since.
     *
     * @throws UnavailableException where a holder is away; nothing is lost, and the rotation is unfinished
     */
    public Rotated rotateRestored() {
        if (quorum.isEmpty()) {
            return rotate();
        }
        unfinished().ifPresent(this::finish);
        return finish(next(new RotationPlan(horizon, false), true));
    }

    /**
     * One rotation that ends every older root as soon as every page is under the new one. Copies of the wraps made before, backups of
     * keys among them, open nothing afterwards (with the shares of a quorum, which is replaced too, until they are destroyed). What was
     * interrupted is ended by any later rotation.
     *
     * @throws UnavailableException where a holder is away; nothing is lost, and the rotation is unfinished
     */
    public Rotated rotateInEmergency() {
        unfinished().ifPresent(this::bringOver);
        return finish(next(new RotationPlan(horizon, true), true));
    }

    /**
     * Whether a copy of the wraps that was made in this epoch would still be of use after one more rotation.
     *
     * @param epoch the newest in the copy
     */
    public boolean survivesNext(long epoch) {
        return steps.survivesNext(epoch);
    }

    /** Whether the root of that epoch may still unwrap something. */
    public boolean isAlive(long epoch) {
        return steps.isAlive(epoch);
    }

    private Optional<Epoch> unfinished() {
        return steps.newest().filter(newest -> !newest.finished());
    }

    private Rotated finish(Epoch epoch) {
        bringOver(epoch);
        endRoots();
        steps.complete(epoch);
        return new Rotated(epoch.number(), steps.alive());
    }

    private Epoch next(RotationPlan plan, boolean anotherPair) {
        Root root = steps.plan(plan, holders.all().keySet());
        holders.all().values().forEach(holder -> holder.create(root.id()));
        steps.begin(root, quorumFor(root, anotherPair));
        return steps.newest().orElseThrow();
    }

    private RotationSteps.QuorumTurn quorumFor(Root root, boolean anotherPair) {
        return quorum.map(settings -> anotherPair ? settings.anew() : settings)
                .map(settings -> new RotationSteps.QuorumTurn(
                        true, steps.planQuorum(root, settings, clock.instant()).map(settings::make)))
                .orElse(RotationSteps.QuorumTurn.NONE);
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

    /** A root is gone when each that had it says so; one that is away keeps nobody else's copy alive. */
    private void endRoots() {
        List<UnavailableException> left = new ArrayList<>();
        for (Root root : steps.due()) {
            for (String holder : steps.holdersOf(root)) {
                try {
                    end(root, holder);
                } catch (UnavailableException away) {
                    left.add(away);
                }
            }
        }
        if (!left.isEmpty()) {
            throw left.get(0);
        }
    }

    private void end(Root root, String name) {
        RootKeys holder = holders.all().get(name);
        if (holder == null) {
            throw new UnavailableException("root-in-a-holder-not-configured", LONGEST_WAIT);
        }
        holder.destroy(root.id());
        if (holder.alive().contains(root.id())) {
            throw new UnavailableException("root-not-destroyed", LONGEST_WAIT);
        }
        steps.gone(root, name);
    }
}
