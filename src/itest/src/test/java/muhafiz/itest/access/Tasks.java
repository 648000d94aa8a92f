package muhafiz.itest.access;

import java.time.Duration;
import muhafiz.itest.stand.Patience;

/** The archive's recurring tasks, run when a test wants them. */
public final class Tasks {
    private static final Duration SOON = Duration.ofSeconds(60);

    private Tasks() {}

    /** Has a task run now, and waits for its next success; a run that began before does not count. */
    public static void run(LogBook book, String task) {
        Patience.until(SOON, task + " rests", () -> !isRunning(book, task));
        String last = lastSuccess(book, task);
        Patience.until(SOON, task + " ran", () -> {
            book.execute("update archive.scheduled_tasks set execution_time = now() where task_name = '" + task
                    + "' and not picked");
            return !lastSuccess(book, task).equals(last);
        });
    }

    private static boolean isRunning(LogBook book, String task) {
        boolean[] picked = new boolean[1];
        book.query(
                "select coalesce(bool_or(picked), false) from archive.scheduled_tasks where task_name = '" + task + "'",
                row -> picked[0] = row.getBoolean(1));
        return picked[0];
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
