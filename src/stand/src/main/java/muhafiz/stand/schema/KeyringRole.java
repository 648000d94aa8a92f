package muhafiz.stand.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import muhafiz.stand.home.StartRefused;

/** The role that owns the key ring, in a database that the operator brought along. */
public final class KeyringRole {
    private KeyringRole() {}

    /**
     * Creates the role where it is missing and the owner may create roles.
     *
     * @throws StartRefused with the two statements a superuser must run, where the owner may not
     */
    public static void ensure(Database owner) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(
                    statement, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + RoleNames.KEYRING + "')")) {
                statement.execute("CREATE ROLE " + RoleNames.KEYRING + " NOLOGIN");
            }
            if (!isTrue(statement, "SELECT pg_has_role(current_user, '" + RoleNames.KEYRING + "', 'SET')")) {
                statement.execute("GRANT " + RoleNames.KEYRING + " TO CURRENT_USER WITH INHERIT FALSE, SET TRUE");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The role " + RoleNames.KEYRING + " cannot be made by the owner (SQL state " + e.getSQLState()
                            + "). As a superuser run: CREATE ROLE " + RoleNames.KEYRING + " NOLOGIN; GRANT "
                            + RoleNames.KEYRING + " TO " + owner.user() + " WITH INHERIT FALSE, SET TRUE;",
                    e);
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
