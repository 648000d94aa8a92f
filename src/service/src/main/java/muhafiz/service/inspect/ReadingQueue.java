package muhafiz.service.inspect;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/** Documents that wait to be read by machine. */
@ApplicationScoped
public class ReadingQueue {
    /** The task; its instance is the document's id. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("read-by-machine");

    private static final int LATER = -10;

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    @Inject
    ReadingQueue(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Adds a document that is read when nothing else is to be read; in the transaction of the caller. */
    public void addOld(UUID document) {
        scheduler.scheduleIfNotExists(
                TASK.instance(document.toString()).priority(LATER).scheduledTo(clock.instant()));
    }

    /** Adds a document, in the transaction of the caller: rolled back with it, due with its commit. */
    public void add(UUID document) {
        scheduler.scheduleIfNotExists(TASK.instance(document.toString()).scheduledTo(clock.instant()));
    }
}
