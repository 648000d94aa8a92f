package muhafiz.service.calendar;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.policy.DeadlineKeeper;
import muhafiz.service.policy.PolicyInForce;

/** Years that were loaded, and whose open dates wait to be computed. */
@ApplicationScoped
public class DeadlineQueue {
    /** The task; its instance is the year and a random id, for a year may be loaded again while it runs. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("compute-deadlines");

    private static final UUID LEAST = new UUID(0, 0);

    private final SchedulerClient scheduler;
    private final PolicyInForce policies;
    private final Instance<DeadlineKeeper> keepers;
    private final InstantSource clock;

    @Inject
    DeadlineQueue(
            SchedulerClient scheduler, PolicyInForce policies, Instance<DeadlineKeeper> keepers, InstantSource clock) {
        this.scheduler = scheduler;
        this.policies = policies;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** Adds a year, in the transaction of the caller. */
    void add(int year) {
        Instant now = clock.instant();
        scheduler.scheduleIfNotExists(TASK.instance(year + "/" + Randoms.id()).scheduledTo(now));
    }

    /** Has every keeper compute its dates; where it was interrupted it begins again, and what is right already stays. */
    public void run(String instance) {
        policies.follow();
        int year = Integer.parseInt(instance.substring(0, instance.indexOf('/')));
        keepers.forEach(keeper -> run(keeper, year));
    }

    private static void run(DeadlineKeeper keeper, int year) {
        Optional<UUID> last = keeper.recompute(year, LEAST);
        while (last.isPresent()) {
            last = keeper.recompute(year, last.get());
        }
    }
}
