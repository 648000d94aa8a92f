package muhafiz.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import muhafiz.stand.home.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFromEnvironmentTest {
    private static final Map<String, String> DATABASE = Map.of(
            "MUHAFIZ_DB_URL", "jdbc:postgresql://db/records",
            "MUHAFIZ_DB_USER", "app",
            "MUHAFIZ_DB_PASSWORD", "s3cret");

    @TempDir
    Path folder;

    @Test
    void withoutVariablesEverythingIsBelowTheUsersHomeOnPort8080() {
        StandSettings settings = read(Map.of());

        assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".muhafiz"));
        assertThat(settings.roots()).isEqualTo(settings.home().resolve("roots"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.managementPort()).isEqualTo(9080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.database()).isEmpty();
        assertThat(settings.objects()).isEmpty();
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void placesAndPortAreTheOperators() {
        StandSettings settings = read(Map.of(
                "MUHAFIZ_HOME",
                "/srv/archive",
                "MUHAFIZ_ROOTS",
                "/srv/keys",
                "MUHAFIZ_CONFIG",
                "/etc/archive",
                "MUHAFIZ_PORT",
                "9000",
                "MUHAFIZ_DEMO",
                "yes"));

        assertThat(settings.home()).isEqualTo(Path.of("/srv/archive"));
        assertThat(settings.roots()).isEqualTo(Path.of("/srv/keys"));
        assertThat(settings.config()).isEqualTo(Path.of("/etc/archive"));
        assertThat(settings.managementPort()).isEqualTo(10000);
        assertThat(settings.demo()).isTrue();
    }

    @Test
    void aSecretMayBeNamedByItsFile() throws IOException {
        Map<String, String> environment = new HashMap<>(DATABASE);
        environment.remove("MUHAFIZ_DB_PASSWORD");
        environment.put(
                "MUHAFIZ_DB_PASSWORD_FILE",
                Files.writeString(folder.resolve("password"), "from a file\n").toString());

        assertThat(read(environment).database().orElseThrow().app().password()).isEqualTo("from a file");
    }

    @Test
    void aSecretGivenTwiceIsRefused() {
        Map<String, String> environment = new HashMap<>(DATABASE);
        environment.put("MUHAFIZ_DB_PASSWORD_FILE", folder.toString());

        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Both MUHAFIZ_DB_PASSWORD and MUHAFIZ_DB_PASSWORD_FILE");
    }

    @Test
    void aDatabaseWithoutItsUserIsRefused() {
        assertThatThrownBy(() -> read(Map.of("MUHAFIZ_DB_URL", "jdbc:postgresql://db/records")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MUHAFIZ_DB_USER");
    }

    @Test
    void noSecretIsPrinted() {
        Map<String, String> environment = new HashMap<>(DATABASE);
        environment.put("MUHAFIZ_S3_ENDPOINT", "http://s3");
        environment.put("MUHAFIZ_S3_ACCESS_KEY", "id");
        environment.put("MUHAFIZ_S3_SECRET_KEY", "s3cret");

        assertThat(read(environment).toString()).doesNotContain("s3cret").contains("jdbc:postgresql://db/records");
    }

    @Test
    void aPortWhoseManagementPortWouldNotExistIsRefused() {
        assertThatThrownBy(() -> read(Map.of("MUHAFIZ_PORT", "65000")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MUHAFIZ_PORT");
    }

    private static StandSettings read(Map<String, String> environment) {
        return new SettingsFromEnvironment(environment).read(false, line -> {});
    }
}
