package muhafiz.service.destruction;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.destruction.DestructionRows.State;
import muhafiz.service.document.Removal;
import muhafiz.service.keys.Forgetting;
import muhafiz.service.keys.Tombstones;
import muhafiz.store.ObjectDestroyer;

/**
 * Carries out what was ordered to be destroyed: off the files, keys, tombstones, objects. Interrupted anywhere, it goes on from there;
 * whatever was destroyed by then stays so. Safe for all threads and nodes.
 */
@ApplicationScoped
public class Destruction {
    /** The task; its instance is the order's id. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("destroy");

    private static final Duration UNTIL_CONFIRMED = Duration.ofHours(1);
    private static final Duration COPYING = Duration.ofSeconds(5);

    private final DestructionSteps steps;
    private final Unfiling unfiling;
    private final NumberIndex index;
    private final Forgetting forgetting;
    private final Tombstones tombstones;
    private final ObjectDestroyer destroyer;
    private final Removal removal;
    private final ClockWatch clocks;
    private final SchedulerClient scheduler;
    private final InstantSource clock;

    @Inject
    Destruction(
            DestructionSteps steps,
            Unfiling unfiling,
            NumberIndex index,
            Forgetting forgetting,
            Tombstones tombstones,
            ObjectDestroyer destroyer,
            Removal removal,
            ClockWatch clocks,
            SchedulerClient scheduler,
            InstantSource clock) {
        this.steps = steps;
        this.unfiling = unfiling;
        this.index = index;
        this.forgetting = forgetting;
        this.tombstones = tombstones;
        this.destroyer = destroyer;
        this.removal = removal;
        this.clocks = clocks;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Orders a destruction, in the transaction of whoever decides it: rolled back with it, begun with its commit.
     *
     * @param ground code of what it is ordered by
     * @return the order's id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID order(String ground, Collection<Target> targets) {
        return begun(steps.add(ground, targets));
    }

    /**
     * Orders the destruction of keys alone, of what another took the place of; in the same way.
     *
     * @param leaves at least one; their rows are gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID orderKeys(String ground, Set<UUID> leaves) {
        return begun(steps.addOfKeys(ground, leaves));
    }

    private UUID begun(UUID order) {
        scheduler.scheduleIfNotExists(TASK.instance(order.toString()).scheduledTo(clock.instant()));
        return order;
    }

    /**
     * The same, and of keys of what stands on no file: its row holds nothing any more, and the order destroys its keys.
     *
     * @param targets at least one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID order(String ground, Collection<Target> targets, Set<UUID> leaves) {
        UUID order = order(ground, targets);
        steps.addKeys(order, leaves);
        return order;
    }

    /** What was just ordered is not to wait for the usual rotations; in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void markAtOnce(UUID order) {
        steps.markAtOnce(order);
    }

    /**
     * Carries the order out, from wherever it is.
     *
     * @throws UnavailableException {@code clock-in-doubt} before anything is taken off the files
     * @throws RuntimeException where the outside is away; to be called again
     */
    public void carryOut(UUID order) {
        do {
            requireClock(order);
        } while (unfiling.next(order));
        if (steps.state(order) == State.UNFILED) {
            renewIndex(order);
            destroyKeys(order);
        }
        if (steps.state(order) == State.KEYS_DESTROYED) {
            deleteObjects(order);
        }
    }

    /** Nothing is destroyed by a clock that nobody believes; the task comes back until two persons have confirmed it. */
    private void requireClock(UUID order) {
        Set<String> doubts = steps.state(order) == State.ORDERED ? clocks.look() : Set.of();
        if (!doubts.isEmpty()) {
            steps.stopped(order, doubts);
            throw new UnavailableException("clock-in-doubt", UNTIL_CONFIRMED);
        }
    }

    /** Numbers of destroyed cases were tokens of the index, whose key dies with them. */
    private void renewIndex(UUID order) {
        if (steps.wantsAnotherIndex(order)) {
            index.beginNext();
            index.awaitAdders();
            steps.switchIndex(order);
        }
    }

    private void destroyKeys(UUID order) {
        for (Set<UUID> leaves = steps.leaves(order); !leaves.isEmpty(); leaves = steps.leaves(order)) {
            forgetting.destroy(leaves, order);
            steps.forgotten(order, leaves);
        }
        while (tombstones.copySome()) {}
        Tombstones.Destroyed destroyed = tombstones
                .destroyedBy(order)
                .orElseThrow(() -> new UnavailableException("tombstones-not-copied", COPYING));
        steps.keysDestroyed(order, destroyed);
    }

    /** Every part there is of them; what the store will not give up yet is remembered and asked for again. */
    private void deleteObjects(UUID order) {
        for (List<UUID> versions = steps.versions(order); !versions.isEmpty(); versions = steps.versions(order)) {
            // Listed first, all of them: after a listing the destroyer asks anew whether the bucket keeps versions.
            List<String> names = new ArrayList<>();
            versions.forEach(version -> destroyer.list(version + "/", object -> names.add(object.name())));
            names.forEach(removal::remove);
            steps.deleted(order, versions);
        }
        steps.objectsDeleted(order);
    }
}
