package muhafiz.itest.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;

/** Lets the night come: its task is due now, and has been done when this returns. */
record Nights(RunningArchive archive) {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    void pass() {
        String before = text("select now()::text");
        book().execute("update archive.scheduled_tasks set execution_time = now() where task_name = 'evidence'");
        Patience.until(
                WITHIN,
                "the night is over",
                () ->
                        text("select count(*) from archive.scheduled_tasks where task_name = 'evidence' and last_success > '"
                                        + before + "'")
                                .equals("1"));
    }

    /** The first column of the first row, as text. */
    String text(String question) {
        List<String> found = new ArrayList<>();
        book().query(question, row -> found.add(row.getString(1)));
        return found.get(0);
    }

    private LogBook book() {
        return LogBook.of(archive);
    }
}
