package muhafiz.service.retention;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import muhafiz.service.policy.PolicyInForce;

/**
 * Computes every end anew when a policy version takes effect: some hundred cases at a time, each in a transaction of its own, so that it
 * goes on where it was interrupted. Computing twice changes nothing. Safe for all threads and nodes.
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

    /** Carries it out, from wherever it is; nothing is left to do where another version is in force by now. */
    public void run(int version) {
        while (turn.next(version)) {}
        turn.progress(version)
                .ifPresent(done -> LOG.log(
                        Level.INFO,
                        "under policy version {0} the ends of {1} documents were computed, {2} are others than before",
                        Integer.toString(version),
                        Long.toString(done.documents()),
                        Long.toString(done.moved())));
    }

    /** Empty where it was never begun. */
    public Optional<Progress> progress(int version) {
        return turn.progress(version);
    }
}
