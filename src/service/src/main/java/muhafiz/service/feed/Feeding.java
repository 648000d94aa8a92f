package muhafiz.service.feed;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Works off what a loader ordered, batch by batch; after a crash it goes on where it was. */
@ApplicationScoped
public class Feeding {
    /** For each order once. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("feed");

    private final FeedBatches batches;

    @Inject
    Feeding(FeedBatches batches) {
        this.batches = batches;
    }

    public void run(UUID order) {
        while (batches.next(order)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("feeding goes on when the server is up again");
            }
        }
    }
}
