package muhafiz.service.feed;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Works off what a loader ordered, case by case and several cases at once; after a crash it goes on where it was. */
@ApplicationScoped
public class Feeding {
    /** For each order once. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("feed");

    private static final String LATER = "feeding goes on when the server is up again";

    /** One after the other. */
    private static final int FAILURES = 5;

    private final FedCases cases;

    @Inject
    Feeding(FedCases cases) {
        this.cases = cases;
    }

    /** @param others each does a share of the work meanwhile */
    public void run(UUID order, List<Executor> others) {
        CompletableFuture<?>[] shares = others.stream()
                .map(other -> CompletableFuture.runAsync(() -> work(order), other))
                .toArray(CompletableFuture<?>[]::new);
        work(order);
        try {
            CompletableFuture.allOf(shares).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(LATER, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a share of the feeding failed", e);
        }
    }

    /** Of cases that wait for one another the database ends one; that is no reason to stop. */
    private void work(UUID order) {
        int failed = 0;
        boolean isMore = true;
        while (isMore) {
            try {
                isMore = cases.next(order);
                failed = 0;
            } catch (RuntimeException e) {
                failed++;
                if (failed == FAILURES) {
                    throw e;
                }
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(LATER);
            }
        }
    }
}
