package muhafiz.itest.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import muhafiz.stand.schema.Database;

/**
 * Connections for questions, kept from one to the next: a session's start costs PostgreSQL and its client more than most questions do. A
 * database that was killed meanwhile gets another. Safe for all threads.
 */
final class KeptConnections {
    private static final int VALID_WITHIN_SECONDS = 2;
    private static final Map<Database, Deque<Connection>> IDLE = new ConcurrentHashMap<>();

    private KeptConnections() {}

    /** A question, which changes nothing of its session. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    static void lend(Database database, Work work) throws SQLException {
        Deque<Connection> idle = IDLE.computeIfAbsent(database, any -> new ConcurrentLinkedDeque<>());
        Connection connection = living(database, idle);
        boolean isWell = false;
        try {
            work.on(connection);
            isWell = true;
        } finally {
            if (isWell) {
                idle.push(connection);
            } else {
                connection.close();
            }
        }
    }

    private static Connection living(Database database, Deque<Connection> idle) throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid(VALID_WITHIN_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        return database.connect();
    }
}
