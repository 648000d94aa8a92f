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
                    .placeholders(
                            Map.of("app", appUser, "keyring", RoleNames.KEYRING, "background", RoleNames.BACKGROUND))
                    .cleanDisabled(true)
                    .load();
            flyway.migrate();
            letServerReadVersion();
            shareWithBackground();
            var current = flyway.info().current();
            return current == null ? "0" : current.getVersion().toString();
        } catch (FlywayException | SQLException e) {
            throw new StartRefused("The schema of " + owner + " cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Background work may do what the server may; it sees rows by policies of its own. */
    private void shareWithBackground() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
            do $$
            declare
                v_one record;
            begin
                for v_one in
                    select format('grant %%s on %%I.%%I to %2$s', a.privilege_type, n.nspname, c.relname) as words, c.relowner as owner
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
                        where n.nspname in ('archive', 'keyring') and a.grantee = '%1$s'::regrole
                    union all
                    select format('grant %%s (%%I) on %%I.%%I to %2$s', a.privilege_type, t.attname, n.nspname, c.relname), c.relowner
                        from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
                            aclexplode(t.attacl) a
                        where n.nspname in ('archive', 'keyring') and a.grantee = '%1$s'::regrole
                    union all
                    select format('grant execute on function %%s to %2$s', p.oid::regprocedure), p.proowner
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) a
                        where n.nspname in ('archive', 'keyring') and a.grantee = '%1$s'::regrole
                    union all
                    select format('grant %%s on schema %%I to %2$s', a.privilege_type, n.nspname), n.nspowner
                        from pg_namespace n, aclexplode(n.nspacl) a
                        where n.nspname in ('archive', 'keyring') and a.grantee = '%1$s'::regrole
                loop
                    execute format('set local role %%s', v_one.owner::regrole);
                    execute v_one.words;
                    set local role none;
                end loop;
            end $$""".formatted(appUser, RoleNames.BACKGROUND));
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
