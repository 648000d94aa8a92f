package muhafiz.service.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;

/** Imports that are to be looked at, or carried out. */
@ApplicationScoped
public class ImportQueue {
    /** The task; its instance is the import's id and a random one, since an import comes twice. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("import");

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    @Inject
    ImportQueue(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** In the transaction of the caller. */
    void add(UUID id) {
        scheduler.scheduleIfNotExists(TASK.instance(id + "/" + Randoms.id()).scheduledTo(clock.instant()));
    }

    /** Which import a task is about. */
    public static UUID importOf(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('/')));
    }
}
