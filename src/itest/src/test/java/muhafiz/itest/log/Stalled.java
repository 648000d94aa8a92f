package muhafiz.itest.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import muhafiz.itest.access.LogBook;

/** A superuser's transaction that holds the sequencer's lease: entries arrive, and none gets its place. */
public record Stalled(Connection connection) {
    /** Returns when the lease's row is held. */
    public static Stalled in(LogBook superuser) {
        try {
            Connection connection = superuser.owner().connect();
            connection.setAutoCommit(false);
            Stalled stalled = new Stalled(connection);
            stalled.execute("select from archive.log_lease for update");
            return stalled;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Commits what was done meanwhile. */
    public void goOn() {
        try (connection) {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
