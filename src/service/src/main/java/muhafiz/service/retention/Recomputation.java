package muhafiz.service.retention;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates.Computed;

/**
 * Computes every end anew when a policy version takes effect: some hundred cases at a time, in two transactions side by side, and what is
 * done is noted after them, so that it goes on where it was interrupted. Computing twice changes nothing. Safe for all threads and nodes.
 */
@ApplicationScoped
public class Recomputation {
    /** The task; its instance is the version. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("compute-ends");

    private static final Logger LOG = System.getLogger(Recomputation.class.getName());

    private final RecomputationTurn turn;
    private final PolicyInForce policies;
    private final SchedulerClient scheduler;
    private final InstantSource clock;

    @Inject
    Recomputation(RecomputationTurn turn, PolicyInForce policies, SchedulerClient scheduler, InstantSource clock) {
        this.turn = turn;
        this.policies = policies;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param documents whose ends were computed
     * @param moved of them, those that had another end before
     */
    public record Progress(long documents, long moved, boolean isFinished) {}

    /** Begins it for a version that takes effect, in the transaction that puts it in force; once for each version. */
    @Transactional
    public void begin(int version) {
        if (turn.add(version)) {
            scheduler.scheduleIfNotExists(
                    TASK.instance(Integer.toString(version)).scheduledTo(clock.instant()));
        }
    }

    /** Begins it where the version in force is new here: by the clock alone one takes effect and no act tells of it. */
    @Transactional
    public void follow() {
        begin(policies.policy().version());
    }

    /**
     * Carries it out, from wherever it is; nothing is left to do where another version is in force by now.
     *
     * @param second does half of the work meanwhile
     */
    public void run(int version, Executor second) {
        for (List<UUID> cases = turn.next(version); !cases.isEmpty(); cases = turn.next(version)) {
            turn.note(version, compute(cases, second), cases.get(cases.size() - 1));
        }
        turn.progress(version)
                .ifPresent(done -> LOG.log(
                        Level.INFO,
                        "under policy version {0} the ends of {1} documents were computed, {2} are others than before",
                        Integer.toString(version),
                        Long.toString(done.documents()),
                        Long.toString(done.moved())));
    }

    /** The database rewrites rows on one processor for each transaction: two halves at once, and both are done on return. */
    private Computed compute(List<UUID> cases, Executor second) {
        int middle = cases.size() / 2;
        var other = CompletableFuture.supplyAsync(() -> turn.compute(cases.subList(middle, cases.size())), second);
        return turn.compute(cases.subList(0, middle)).and(other.join());
    }

    /** Empty where it was never begun. */
    public Optional<Progress> progress(int version) {
        return turn.progress(version);
    }
}
