package muhafiz.stand.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import muhafiz.stand.home.StartRefused;

/** The two roles that nobody logs in with, in a database that the operator brought along. */
public final class OutsideRoles {
    private OutsideRoles() {}

    /**
     * Creates the roles where they are missing and the owner may create roles.
     *
     * @param appUser the role the server logs in as
     * @throws StartRefused with the statements a superuser must run, where the owner may not
     */
    public static void ensure(Database owner, String appUser) {
        ensure(owner, RoleNames.KEYRING, owner.user());
        ensure(owner, RoleNames.BACKGROUND, appUser);
    }

    /** A role, and who may become it. */
    private static void ensure(Database owner, String role, String member) {
        String grant = "GRANT " + role + " TO " + member + " WITH INHERIT FALSE, SET TRUE";
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role + "')")) {
                statement.execute("CREATE ROLE " + role + " NOLOGIN");
            }
            if (!isTrue(statement, "SELECT pg_has_role('" + member + "', '" + role + "', 'SET')")) {
                statement.execute(grant);
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The role " + role + " cannot be made by the owner (SQL state " + e.getSQLState()
                            + "). As a superuser run: CREATE ROLE " + role + " NOLOGIN; " + grant + ";",
                    e);
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
