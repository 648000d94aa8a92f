package muhafiz.service.background;

import static muhafiz.service.wall.OwnWork.during;

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
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import muhafiz.service.calendar.DeadlineQueue;
import muhafiz.service.config.Settings;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.disposition.Settlement;
import muhafiz.service.doctor.Doctor;
import muhafiz.service.evidence.NightlyEvidence;
import muhafiz.service.feed.Feeding;
import muhafiz.service.fixity.FixityPatrol;
import muhafiz.service.imports.ImportQueue;
import muhafiz.service.imports.Importing;
import muhafiz.service.inspect.MachineReading;
import muhafiz.service.inspect.ReadingQueue;
import muhafiz.service.mail.MailSettings;
import muhafiz.service.rebuild.RebuildQueue;
import muhafiz.service.rebuild.Rebuilding;
import muhafiz.service.retention.Recomputation;
import org.jspecify.annotations.Nullable;

/** Starts and ends this node's share of the background work. */
@ApplicationScoped
public class BackgroundWork {
    static final String TABLE = "archive.scheduled_tasks";

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    /** After a holder was away, or the clock in doubt. */
    private static final Duration ROTATE_AGAIN = Duration.ofMinutes(15);

    /** After the time-stamp authority or the store was away. */
    private static final Duration STAMP_AGAIN = Duration.ofMinutes(15);

    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    /** How often this node looks whether the index is lost, and which versions of the policy stand. */
    private static final Duration WATCH = Duration.ofSeconds(2);
    /** A task of a node that died, or whose end a crash of the database swallowed, is taken up anew after six of these. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Beside the one whose task it is. */
    private static final int FEEDERS = 3;

    private final MachineReading reading;
    private final Destruction destruction;
    private final Settlement settlement;
    private final Doctor doctor;
    private final Rebuilding rebuilding;
    private final Feeding feeding;
    private final Importing importing;
    private final DeadlineQueue deadlines;
    private final FixityPatrol patrol;
    private final NightlyEvidence evidence;
    private final Recomputation recomputation;
    private final Housekeeping housekeeping;
    private final MailSettings mail;
    private final Settings settings;

    @Resource(lookup = "java:jboss/datasources/ArchiveDS")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService watch;
    private List<Future<?>> cares = List.of();

    @Inject
    BackgroundWork(
            MachineReading reading,
            Destruction destruction,
            Settlement settlement,
            Doctor doctor,
            Rebuilding rebuilding,
            Feeding feeding,
            Importing importing,
            DeadlineQueue deadlines,
            FixityPatrol patrol,
            NightlyEvidence evidence,
            Recomputation recomputation,
            Housekeeping housekeeping,
            MailSettings mail,
            Settings settings) {
        this.reading = reading;
        this.destruction = destruction;
        this.settlement = settlement;
        this.doctor = doctor;
        this.rebuilding = rebuilding;
        this.feeding = feeding;
        this.importing = importing;
        this.deadlines = deadlines;
        this.patrol = patrol;
        this.evidence = evidence;
        this.recomputation = recomputation;
        this.housekeeping = housekeeping;
        this.mail = mail;
        this.settings = settings;
    }

    /** Starts taking tasks; called once, last at start. */
    public void start() {
        evidence.check();
        mail.check();
        int workers = settings.archive().count("scheduler.threads");
        Scheduler made = Scheduler.create(
                        database,
                        List.of(
                                readByMachine(),
                                destroy(),
                                examine(),
                                rebuild(),
                                feed(),
                                imports(),
                                computeEnds(),
                                deadlines()))
                .tableName(TABLE)
                .startTasks(sweeps(), rotations(), patrols(), evidences(), mails())
                .pollUsingLockAndFetch(0.5, 3.0)
                .pollingInterval(settings.archive().span("scheduler.poll"))
                .heartbeatInterval(HEARTBEAT)
                .enablePriority()
                .executorService(Executors.newFixedThreadPool(workers, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
                .build();
        scheduler = made;
        made.start();
        watch();
    }

    /**
     * Each node watches for itself, and no task in the database says so: when the index is lost, the database has just crashed, and
     * whatever it knew of running tasks is wrong.
     */
    private void watch() {
        ScheduledExecutorService made = Executors.newScheduledThreadPool(2, threads);
        watch = made;
        long seconds = WATCH.toSeconds();
        cares = List.of(
                made.scheduleWithFixedDelay(
                        () -> during("index", housekeeping::mendIndex), seconds, seconds, TimeUnit.SECONDS),
                made.scheduleWithFixedDelay(
                        () -> during("policy", housekeeping::followPolicy), seconds, seconds, TimeUnit.SECONDS));
    }

    private OneTimeTask<Void> readByMachine() {
        return Tasks.oneTime(ReadingQueue.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) ->
                        during(ReadingQueue.TASK.getTaskName(), () -> reading.read(UUID.fromString(instance.getId()))));
    }

    private OneTimeTask<Void> destroy() {
        return Tasks.oneTime(Destruction.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) ->
                        during(Destruction.TASK.getTaskName(), () -> carryOut(UUID.fromString(instance.getId()))));
    }

    private void carryOut(UUID order) {
        destruction.carryOut(order);
        settlement.settle(order);
    }

    private OneTimeTask<Void> examine() {
        return Tasks.oneTime(Doctor.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) ->
                        during(Doctor.TASK.getTaskName(), () -> doctor.examine(UUID.fromString(instance.getId()))));
    }

    private OneTimeTask<Void> rebuild() {
        return Tasks.oneTime(RebuildQueue.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) -> during(
                        RebuildQueue.TASK.getTaskName(), () -> rebuilding.run(UUID.fromString(instance.getId()))));
    }

    private OneTimeTask<Void> feed() {
        return Tasks.oneTime(Feeding.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) -> shared(
                        Feeding.TASK.getTaskName(), others -> feeding.run(UUID.fromString(instance.getId()), others)));
    }

    private OneTimeTask<Void> imports() {
        return Tasks.oneTime(ImportQueue.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) -> shared(
                        ImportQueue.TASK.getTaskName(),
                        others -> importing.run(ImportQueue.importOf(instance.getId()), others)));
    }

    /** Several threads at once: each transaction waits for the database most of the time. */
    private void shared(String name, Consumer<List<Executor>> work) {
        ExecutorService others = Executors.newFixedThreadPool(FEEDERS, threads);
        Executor other = share -> others.execute(() -> during(name, share));
        try {
            during(name, () -> work.accept(Collections.nCopies(FEEDERS, other)));
        } finally {
            others.shutdownNow();
        }
    }

    private OneTimeTask<Void> computeEnds() {
        return Tasks.oneTime(Recomputation.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) -> computeEnds(Integer.parseInt(instance.getId())));
    }

    private void computeEnds(int version) {
        String name = Recomputation.TASK.getTaskName();
        ExecutorService second = Executors.newSingleThreadExecutor(threads);
        try {
            during(name, () -> recomputation.run(version, half -> second.execute(() -> during(name, half))));
        } finally {
            second.shutdown();
        }
    }

    private OneTimeTask<Void> deadlines() {
        return Tasks.oneTime(DeadlineQueue.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2.0))
                .execute((instance, context) ->
                        during(DeadlineQueue.TASK.getTaskName(), () -> deadlines.run(instance.getId())));
    }

    private RecurringTask<Void> sweeps() {
        return Tasks.recurring("sweeps", Schedules.fixedDelay(HOUSEKEEPING))
                .execute((instance, context) -> during("sweeps", () -> {
                    recomputation.follow();
                    housekeeping.sweep();
                }));
    }

    private RecurringTask<Void> rotations() {
        LocalTime at = LocalTime.parse(settings.archive().text("keys.rotate-at"));
        return Tasks.recurring("rotation", Schedules.daily(ZoneOffset.UTC, at))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(ROTATE_AGAIN))
                .execute((instance, context) -> during("rotation", housekeeping::rotateKeys));
    }

    private RecurringTask<Void> evidences() {
        LocalTime at = LocalTime.parse(settings.archive().text("evidence.at"));
        return Tasks.recurring("evidence", Schedules.daily(ZoneOffset.UTC, at))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(STAMP_AGAIN))
                .execute((instance, context) -> during("evidence", evidence::run));
    }

    private RecurringTask<Void> patrols() {
        return Tasks.recurring("fixity", Schedules.fixedDelay(settings.archive().span("fixity.every")))
                .execute((instance, context) -> during("fixity", patrol::slice));
    }

    private RecurringTask<Void> mails() {
        return Tasks.recurring("mail", Schedules.fixedDelay(settings.archive().span("mail.every")))
                .execute((instance, context) -> during("mail", housekeeping::lookAfterMail));
    }

    @PreDestroy
    void stop() {
        patrol.leave();
        cares.forEach(care -> care.cancel(true));
        ScheduledExecutorService watching = watch;
        if (watching != null) {
            watching.shutdownNow();
        }
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
            return SchedulerClient.Builder.create(database)
                    .tableName(TABLE)
                    .enablePriority()
                    .build();
        }
    }
}
