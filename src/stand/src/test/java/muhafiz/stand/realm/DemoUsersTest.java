package muhafiz.stand.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Provider;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.stand.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;

class DemoUsersTest {
    private Home home;

    @BeforeEach
    void makeUsers(@TempDir Path folder) {
        home = Home.open(folder.resolve("home"));
        new DemoUsers(home).ensure();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void everyDemoUserOfTheContractHasAPasswordOfItsOwn() {
        Properties passwords = new DemoUsers(home).passwords();

        assertThat(passwords.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "portal",
                        "officer",
                        "officer2",
                        "supervisor",
                        "reception",
                        "callcentre",
                        "citizenship",
                        "refugee",
                        "control",
                        "correspondence",
                        "border",
                        "medical",
                        "detention",
                        "dpo",
                        "dpo2",
                        "head",
                        "records",
                        "records2",
                        "auditor",
                        "statistician",
                        "custodian",
                        "custodian2",
                        "admin");
        assertThat(passwords.values().stream().distinct()).hasSize(23);
        assertThat(passwords.values()).allMatch(password -> password.toString().matches("[0-9a-f]{48}"));
    }

    @Test
    void aUserLogsInWithThePasswordAndHasRoleAndUnit() throws RealmUnavailableException {
        RealmIdentity officer = realm().getRealmIdentity(new NamePrincipal("officer"));
        String password = new DemoUsers(home).passwords().getProperty("officer");

        assertThat(officer.verifyEvidence(new PasswordGuessEvidence(password.toCharArray())))
                .isTrue();
        assertThat(officer.verifyEvidence(new PasswordGuessEvidence("wrong".toCharArray())))
                .isFalse();
        assertThat(officer.getAuthorizationIdentity().getAttributes().get("roles"))
                .containsExactly("case_officer", "unit:RD-1");
    }

    @Test
    void credentialsAndRealmFilesAreReadableByTheirOwnerOnly() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.list(home.path("realm")), Stream.of(new DemoUsers(home).file()))) {
            assertThat(files.map(DemoUsersTest::mode).collect(Collectors.toSet()))
                    .containsExactly("rw-------");
        }
    }

    @Test
    void noPasswordStandsInTheRealmItself() throws IOException {
        Properties passwords = new DemoUsers(home).passwords();

        try (Stream<Path> files = Files.list(home.path("realm"))) {
            assertThat(files)
                    .hasSize(23)
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .doesNotContain(passwords.values().stream()
                                    .map(Object::toString)
                                    .toList()));
        }
    }

    @Test
    void aSecondStartLeavesPasswordsAsTheyAre() {
        Properties before = new DemoUsers(home).passwords();

        new DemoUsers(home).ensure();

        assertThat(new DemoUsers(home).passwords()).isEqualTo(before);
    }

    @Test
    void whoeverIsInTheRealmIsNamed() {
        assertThat(new RealmUsers(home).names())
                .containsExactlyInAnyOrderElementsOf(
                        new DemoUsers(home).passwords().stringPropertyNames());
    }

    private FileSystemSecurityRealm realm() {
        return FileSystemSecurityRealm.builder()
                .setRoot(home.path("realm"))
                .setLevels(0)
                .setEncoded(true)
                .setProviders(() -> new Provider[] {WildFlyElytronPasswordProvider.getInstance()})
                .build();
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
