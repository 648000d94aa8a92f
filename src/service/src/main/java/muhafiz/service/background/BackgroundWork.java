package muhafiz.service.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import muhafiz.service.config.Settings;
import muhafiz.service.inspect.MachineReading;
import muhafiz.service.inspect.ReadingQueue;
import org.jspecify.annotations.Nullable;

/** Starts and ends this node's share of the background work. */
@ApplicationScoped
public class BackgroundWork {
    static final String TABLE = "archive.scheduled_tasks";

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Duration INDEX_WATCH = Duration.ofSeconds(2);

    private final MachineReading reading;
    private final Housekeeping housekeeping;
    private final Settings settings;

    @Resource(lookup = "java:jboss/datasources/ArchiveDS")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private @Nullable Scheduler scheduler;

    @Inject
    BackgroundWork(MachineReading reading, Housekeeping housekeeping, Settings settings) {
        this.reading = reading;
        this.housekeeping = housekeeping;
        this.settings = settings;
    }

    /** Starts taking tasks; called once, last at start. */
    public void start() {
        int workers = settings.archive().count("scheduler.threads");
        Scheduler made = Scheduler.create(database, List.of(readByMachine()))
                .tableName(TABLE)
                .startTasks(sweeps(), indexWatch())
                .pollUsingLockAndFetch(0.5, 3.0)
                .pollingInterval(settings.archive().span("scheduler.poll"))
                .executorService(Executors.newFixedThreadPool(workers, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
                .build();
        scheduler = made;
        made.start();
    }

    private OneTimeTask<Void> readByMachine() {
        return Tasks.oneTime(ReadingQueue.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) -> reading.read(UUID.fromString(instance.getId())));
    }

    private RecurringTask<Void> sweeps() {
        return Tasks.recurring("sweeps", Schedules.fixedDelay(HOUSEKEEPING))
                .execute((instance, context) -> housekeeping.sweep());
    }

    private RecurringTask<Void> indexWatch() {
        return Tasks.recurring("index-watch", Schedules.fixedDelay(INDEX_WATCH))
                .execute((instance, context) -> housekeeping.mendIndex());
    }

    @PreDestroy
    void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
        }
    }

    /** The client by which acts add tasks within their own transactions. */
    @Dependent
    static class Client {
        @Resource(lookup = "java:jboss/datasources/ArchiveDS")
        @SuppressWarnings("NullAway.Init")
        private DataSource database;

        @Produces
        @ApplicationScoped
        SchedulerClient client() {
            return SchedulerClient.Builder.create(database).tableName(TABLE).build();
        }
    }
}
