package muhafiz.itest.access;

import java.time.Duration;
import muhafiz.itest.stand.Patience;

/** The archive's recurring tasks, run when a test wants them. */
public final class Tasks {
    private static final Duration SOON = Duration.ofSeconds(60);

    private Tasks() {}

    /** Has a task run now, and waits for its next success. */
    public static void run(LogBook book, String task) {
        String last = lastSuccess(book, task);
        Patience.until(SOON, task + " ran", () -> {
            book.execute("update archive.scheduled_tasks set execution_time = now() where task_name = '" + task
                    + "' and not picked");
            return !lastSuccess(book, task).equals(last);
        });
    }

    private static String lastSuccess(LogBook book, String task) {
        StringBuilder text = new StringBuilder();
        book.query(
                "select coalesce(max(last_success)::text, '') from archive.scheduled_tasks where task_name = '" + task
                        + "'",
                row -> text.append(row.getString(1)));
        return text.toString();
    }
}
