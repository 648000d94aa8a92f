package muhafiz.service.rebuild;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/** Rebuilds that wait for a node. */
@ApplicationScoped
public class RebuildQueue {
    /** The task; its instance is the rebuild's id. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("rebuild");

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    @Inject
    RebuildQueue(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Adds a rebuild, in the transaction of the caller. */
    void add(UUID rebuild) {
        scheduler.scheduleIfNotExists(TASK.instance(rebuild.toString()).scheduledTo(clock.instant()));
    }
}
