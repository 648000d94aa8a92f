package muhafiz.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.schema.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTest {
    private Path folder;
    private Stand stand;

    @BeforeAll
    void start(@TempDir Path fresh) {
        folder = fresh;
        stand = Stand.start(StandSettings.forTests(folder.resolve("home")).withParts(Part.DATABASE));
    }

    @AfterAll
    void stop() {
        stand.close();
    }

    @Test
    void commitsAreDurable() throws SQLException {
        assertThat(List.of(show("fsync"), show("full_page_writes"), show("synchronous_commit")))
                .containsOnly("on");
    }

    @Test
    void durabilityCannotBeSwitchedOffInAFile() throws Exception {
        Files.writeString(
                folder.resolve("home/postgresql/data/postgresql.auto.conf"), "fsync = off\nfull_page_writes = off\n");

        stand.restart(Part.DATABASE);

        assertThat(List.of(show("fsync"), show("full_page_writes"))).containsOnly("on");
    }

    @Test
    void nobodyLogsInWithoutThePassword() {
        for (String user : List.of("postgres", "muhafiz_owner", "muhafiz_app")) {
            Database withWrong = stand.appDatabase().as(user, "wrong");

            assertThatThrownBy(withWrong::connect)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void everyRuleOfThePasswordFileAsksForScram() throws SQLException {
        Database superuser = Database.onLoopback(port(), "postgres", "postgres", secret("db-superuser-password"));
        List<String> methods = new ArrayList<>();

        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT auth_method FROM pg_hba_file_rules")) {
            while (rows.next()) {
                methods.add(rows.getString(1));
            }
        }

        assertThat(methods).isNotEmpty().containsOnly("scram-sha-256");
    }

    @Test
    void nobodyLogsInAsTheKeyring() {
        assertThatThrownBy(stand.appDatabase().as("muhafiz_keyring", "")::connect)
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theServersRoleMayMakeNoTables() {
        assertThatThrownBy(() -> execute(stand.appDatabase(), "CREATE TABLE public.mine (a int)"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void acknowledgedRowsSurviveKillAndRestart() throws Exception {
        execute(stand.ownerDatabase(), "CREATE TABLE public.kept (a int)");
        execute(stand.ownerDatabase(), "INSERT INTO public.kept VALUES (1)");
        long before = stand.pid(Part.DATABASE);

        stand.kill(Part.DATABASE);
        stand.awaitReady(Part.DATABASE, Duration.ofMinutes(1));
        execute(stand.ownerDatabase(), "INSERT INTO public.kept VALUES (2)");
        stand.restart(Part.DATABASE);

        assertThat(answer(stand.ownerDatabase(), "SELECT count(*) FROM public.kept"))
                .isEqualTo("2");
        assertThat(stand.pid(Part.DATABASE)).isNotEqualTo(before);
    }

    @Test
    void noValueOfAStatementReachesTheLog() throws Exception {
        assertThatThrownBy(() -> execute(stand.appDatabase(), "SELECT 'CANARY-7f3a'::uuid"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(stand.appDatabase(), "SELECT 'CANARY-7f3b' FROM nowhere"))
                .isInstanceOf(SQLException.class);

        assertThat(folder.resolve("home/log/postgresql.log")).content().doesNotContain("CANARY");
    }

    private int port() {
        return Integer.parseInt(stand.appDatabase().url().replaceAll(".*:([0-9]+)/.*", "$1"));
    }

    private String secret(String name) {
        try {
            return Files.readString(folder.resolve("home/secrets").resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String show(String name) throws SQLException {
        return answer(stand.appDatabase(), "SHOW " + name);
    }

    static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String answer(Database database, String question) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
