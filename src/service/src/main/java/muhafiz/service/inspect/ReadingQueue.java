package muhafiz.service.inspect;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Documents that wait to be read by machine. */
@ApplicationScoped
public class ReadingQueue {
    /** The task; its instance is the document's id. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("read-by-machine");

    private static final int LATER = -10;
    private static final int AT_ONCE = 10_000;
    /** Much longer than any import. */
    private static final Duration HELD = Duration.ofDays(3650);

    private final SchedulerClient scheduler;
    private final InstantSource clock;
    private final Statements sql;

    @Inject
    ReadingQueue(SchedulerClient scheduler, InstantSource clock, DataSource database) {
        this.sql = new Statements(database);
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Adds an old document, which is read once {@link #releaseOld} was called and nothing else is to be read; in the caller's transaction. */
    public void addOld(UUID document) {
        scheduler.scheduleIfNotExists(TASK.instance(document.toString())
                .priority(LATER)
                .scheduledTo(clock.instant().plus(HELD)));
    }

    /**
     * Adds documents that have not gone through the scanner: those that came before there was one, and those that only have to be scanned.
     *
     * @return how many were added
     */
    @Transactional
    public int addUnscanned() {
        return sql.change("""
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                select ?, d.id::text, ?, false, 1, ? from archive.document d
                where archive.whole_sight() and d.scanned_at is null and d.state not in ('destroyed', 'transferred')
                    and not d.reasons && array['malware', 'not-scanned'] limit ? on conflict do nothing""", TASK.getTaskName(), clock.instant(), LATER, AT_ONCE);
    }

    /** Old documents may be read from now on; in the caller's transaction. */
    public void releaseOld() {
        sql.change(
                "update archive.scheduled_tasks set execution_time = ? where task_name = ? and priority = ? and not picked",
                clock.instant(),
                TASK.getTaskName(),
                LATER);
    }

    /** Adds a document, in the transaction of the caller: rolled back with it, due with its commit. */
    public void add(UUID document) {
        scheduler.scheduleIfNotExists(TASK.instance(document.toString()).scheduledTo(clock.instant()));
    }
}
