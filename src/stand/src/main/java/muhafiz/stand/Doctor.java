package muhafiz.stand;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.schema.Database;

/** Asks the running archive to examine itself: it alone has the keys. */
final class Doctor {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int LOOKS = 3000;

    private Doctor() {}

    /** The lines of its report. */
    static List<String> ask(Database owner) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = owner.connect()) {
            try (PreparedStatement task = connection.prepareStatement("""
                    insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('doctor', ?, now(), false, 1)""")) {
                task.setString(1, id.toString());
                task.executeUpdate();
            }
            for (int look = 0; look < LOOKS; look++) {
                Optional<String> report = read(connection, id);
                if (report.isPresent()) {
                    return report.get().lines().toList();
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
        throw new StartRefused("The archive has not answered within "
                + LOOK_AGAIN.multipliedBy(LOOKS).toMinutes() + " minutes. Is its server running?");
    }

    private static Optional<String> read(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select body from archive.report where id = ?")) {
            question.setObject(1, id);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
