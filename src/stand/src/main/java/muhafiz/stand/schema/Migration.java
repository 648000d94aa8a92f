package muhafiz.stand.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import muhafiz.stand.home.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to the version this build expects. Run by the stand at each start, and by {@code migrate}. */
public final class Migration {
    private static final String SCRIPTS = "classpath:db/migration";

    private final Database owner;
    private final String appUser;

    /** @param appUser the role the server will log in as; it may read which version the schema has */
    public Migration(Database owner, String appUser) {
        if (!appUser.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("a database user's name is letters, digits and _ (MUHAFIZ_DB_USER)");
        }
        this.owner = owner;
        this.appUser = appUser;
    }

    /**
     * Runs the scripts that have not run yet.
     *
     * @return the schema's version afterwards
     */
    public String run() {
        try {
            Flyway flyway = Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations(SCRIPTS)
                    .defaultSchema("public")
                    .placeholders(Map.of("app", appUser, "keyring", RoleNames.KEYRING))
                    .cleanDisabled(true)
                    .load();
            flyway.migrate();
            letServerReadVersion();
            var current = flyway.info().current();
            return current == null ? "0" : current.getVersion().toString();
        } catch (FlywayException | SQLException e) {
            throw new StartRefused("The schema of " + owner + " cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private void letServerReadVersion() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA public TO " + appUser);
            statement.execute("GRANT SELECT ON public.flyway_schema_history TO " + appUser);
        }
    }
}
