package muhafiz.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import muhafiz.stand.home.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideDatabaseTest {
    private OutsidePostgres outside;

    @TempDir
    Path home;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        outside = new OutsidePostgres(folder);
    }

    @AfterAll
    void stop() {
        outside.close();
    }

    @ParameterizedTest
    @CsvSource({"fsync,off", "full_page_writes,off", "synchronous_commit,off", "synchronous_commit,local"})
    void aDatabaseThatMayLoseWhatItAcknowledgedIsRefused(String name, String value) throws Exception {
        alterSystem("SET " + name + " = '" + value + "'");
        StandSettings settings = settings().withDatabase(outside.withOwner());

        try {
            assertThatThrownBy(() -> Stand.start(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(name + " is " + value);
        } finally {
            alterSystem("RESET " + name);
        }
    }

    @Test
    void theOwnerMigratesAndTheServersUserMayReadTheVersionButMakeNothing() throws Exception {
        try (Stand stand = Stand.start(settings().withDatabase(outside.withOwner()))) {
            assertThat(DatabaseTest.answer(
                            stand.appDatabase(), "SELECT max(version) FROM public.flyway_schema_history WHERE success"))
                    .isNotBlank();
            assertThat(DatabaseTest.answer(stand.appDatabase(), "SELECT current_user"))
                    .isEqualTo("ministry_app");
            assertThatThrownBy(() -> DatabaseTest.execute(stand.appDatabase(), "CREATE TABLE public.mine (a int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anOwnerWhoMayMakeNoRolesIsToldWhatASuperuserMustRun() throws Exception {
        DatabaseTest.execute(outside.superuser(), "CREATE ROLE lesser_owner LOGIN PASSWORD 'l'");
        OutsideDatabase lesser = new OutsideDatabase(
                outside.database("ministry_app", "a"), Optional.of(outside.database("lesser_owner", "l")));

        assertThatThrownBy(() -> Stand.start(settings().withDatabase(lesser)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CREATE ROLE muhafiz_keyring NOLOGIN")
                .hasMessageContaining("TO lesser_owner");
    }

    @Test
    void demoUsersAreRefusedBesideAnOutsideDatabase() throws Exception {
        Files.writeString(home.resolve("credentials.properties"), "officer=0\n");

        assertThatThrownBy(() -> Stand.start(settings().withDatabase(outside.withOwner())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MUHAFIZ_DEMO=yes");
    }

    private void alterSystem(String change) throws SQLException {
        DatabaseTest.execute(outside.superuser(), "ALTER SYSTEM " + change);
        DatabaseTest.execute(outside.superuser(), "SELECT pg_reload_conf()");
    }

    private StandSettings settings() {
        return StandSettings.forTests(home).withParts(Part.DATABASE);
    }
}
