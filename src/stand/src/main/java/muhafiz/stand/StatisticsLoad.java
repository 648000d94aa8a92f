package muhafiz.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.schema.Database;

/**
 * Has the running archive register made-up cases by the official table of a file, to try figures and load. Each line has a period's label
 * and the eight figures of its table, with semicolons; one that begins with {@code #} is skipped. With each outcome of a violation comes
 * its violation, and violations beyond are registered without an outcome.
 */
final class StatisticsLoad {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofMinutes(10);
    private static final int FIGURES = 8;
    private static final int VIOLATIONS = 3;
    /** What stands for each row; the policy counts more services in the second. */
    private static final List<String> SOURCES =
            List.of("REG", "TRP", "CIT-EST", "RC-VIO", "RC-LEGALISE", "RC-DEC48", "RC-EXP", "RC-CARDLOSS");

    private final Database owner;
    private final Consumer<String> say;

    StatisticsLoad(Database owner, Consumer<String> say) {
        this.owner = owner;
        this.say = say;
    }

    private record Line(String period, String source, long wanted) {}

    void run(Path file) throws IOException, SQLException {
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(file)) {
            if (!text.isBlank() && !text.startsWith("#")) {
                lines.addAll(table(text));
            }
        }
        UUID order = UUID.randomUUID();
        try (Connection connection = owner.connect()) {
            order(connection, order, lines);
            follow(connection, order);
        }
    }

    private static List<Line> table(String text) {
        String[] words = text.split(";", -1);
        if (words.length != FIGURES + 1 || words[0].isBlank() || words[0].matches("[0-9]{4}-[0-9]{2}")) {
            throw new StartRefused("A line is a label that is no month, and eight figures: " + text);
        }
        long[] figures = new long[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            if (!words[i + 1].strip().matches("[0-9]{1,9}")) {
                throw new StartRefused("A figure is a whole number: " + text);
            }
            figures[i] = Long.parseLong(words[i + 1].strip());
        }
        for (int i = VIOLATIONS + 1; i < FIGURES; i++) {
            figures[VIOLATIONS] -= figures[i];
        }
        if (figures[VIOLATIONS] < 0) {
            throw new StartRefused("There are more outcomes than violations: " + text);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < FIGURES; i++) {
            lines.add(new Line(words[0].strip(), SOURCES.get(i), figures[i]));
        }
        return lines;
    }

    private static void order(Connection connection, UUID order, List<Line> lines) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement(
                "insert into archive.feed (id, place, period, source, wanted) values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < lines.size(); i++) {
                row.setObject(1, order);
                row.setInt(2, i);
                row.setString(3, lines.get(i).period());
                row.setString(4, lines.get(i).source());
                row.setLong(5, lines.get(i).wanted());
                row.addBatch();
            }
            row.executeBatch();
        }
        try (PreparedStatement task = connection.prepareStatement("""
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('feed', ?, now(), false, 1)""")) {
            task.setString(1, order.toString());
            task.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Cases that are to be, and that are. */
    private record Progress(long wanted, long done) {}

    private void follow(Connection connection, UUID order) throws SQLException {
        long began = System.nanoTime();
        long moved = began;
        long last = 0;
        long told = began;
        while (true) {
            Progress progress = progress(connection, order);
            long now = System.nanoTime();
            if (progress.done() == progress.wanted()) {
                say.accept("Registered: " + rate(progress.done(), now - began));
                return;
            }
            if (progress.done() > last) {
                last = progress.done();
                moved = now;
            }
            if (now - told > Duration.ofMinutes(1).toNanos()) {
                told = now;
                say.accept(rate(progress.done(), now - began) + ", of " + progress.wanted());
            }
            if (now - moved > STUCK.toNanos()) {
                throw new StartRefused(
                        "Nothing was registered for " + STUCK.toMinutes() + " minutes. Does the archive run?");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static String rate(long cases, long nanos) {
        double seconds = nanos / 1e9;
        return String.format(Locale.ROOT, "%d cases in %.0f s, %.0f a second", cases, seconds, cases / seconds);
    }

    private static Progress progress(Connection connection, UUID order) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("""
                select coalesce(sum(wanted * times), 0), coalesce(sum(done * times), 0) from (select wanted, done,
                    case when source in ('RC-LEGALISE', 'RC-DEC48', 'RC-EXP', 'RC-CARDLOSS') then 2 else 1 end times
                    from archive.feed where id = ?) lines""")) {
            question.setObject(1, order);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return new Progress(row.getLong(1), row.getLong(2));
            }
        }
    }
}
