package muhafiz.api.problem;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;

/**
 * Tells a database that is away, stopping or full from one that found something wrong with what it was asked. A commit that failed
 * was not asked for anything new: whoever asks again finds out.
 */
final class Outside {
    private static final int CAUSES = 16;

    private Outside() {}

    static boolean isAway(Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; i < CAUSES && at != null; i++) {
            if (at instanceof ResourceException
                    || at instanceof RollbackException
                    || (at instanceof SQLException sql && isAway(sql))) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /**
     * SQLSTATE classes: 08 connection, 40 rollback, 53 insufficient resources, 57 operator intervention; and 55P03, a lock that was not
     * given in time (PostgreSQL, Appendix A).
     */
    private static boolean isAway(SQLException sql) {
        String state = Optional.ofNullable(sql.getSQLState()).orElse("");
        return sql instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03");
    }
}
