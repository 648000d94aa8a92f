package muhafiz.itest.inside;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Counts what the archive wrote, as its background role sees it in the transaction of the caller. */
final class Rows {
    private static final Duration MACHINE_READS_WITHIN = Duration.ofMinutes(2);
    private static final String COUNTED = """
            select 'application', count(*) from archive.case_file
            union all select 'party', count(*) from archive.case_party
            union all select 'person', count(*) from archive.data_subject
            union all select 'log key', count(*) from archive.subject_log_key
            union all select 'document', count(*) from archive.document
            union all select 'idempotency', count(*) from archive.idempotency
            union all select 'log_entry', (select count(*) from archive.log_arrival) + (select count(*) from archive.log_index)
            union all select 'blind index', count(*) from archive.blind_index
            union all select 'read-by-machine', count(*) from archive.scheduled_tasks where task_name = 'read-by-machine'
            union all select 'keyring', keyring.leaf_count()
            """;

    /** A caller sees no row that is not the caller's. */
    private static final String AS_BACKGROUND =
            "select set_config('role', 'muhafiz_background', false), set_config('muhafiz.work', 'counting', false)";

    private static final String AS_BEFORE =
            "select set_config('role', 'none', false), set_config('muhafiz.work', '', false)";

    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    Map<String, Long> counted() throws SQLException {
        Map<String, Long> counted = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(AS_BACKGROUND);
            try (ResultSet rows = statement.executeQuery(COUNTED)) {
                while (rows.next()) {
                    counted.put(rows.getString(1), rows.getLong(2));
                }
            } finally {
                statement.execute(AS_BEFORE);
            }
        }
        return counted;
    }

    /** Returns when no document waits for the machine. */
    void awaitNothingToRead() throws SQLException {
        Instant latest = Instant.now().plus(MACHINE_READS_WITHIN);
        while (counted().getOrDefault("read-by-machine", 0L) > 0) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("documents still wait: " + counted());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
