package muhafiz.stand.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void theFolderIsClosedToOthers() throws IOException {
        Files.createDirectory(
                folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        try (Home home = Home.open(folder.resolve("home"))) {
            home.folder("postgresql");

            assertThat(mode(home.root())).isEqualTo("rwx------");
            assertThat(mode(home.path("postgresql"))).isEqualTo("rwx------");
            assertThat(mode(home.path("lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondArchiveOnTheSameFolderIsRefused() {
        try (Home first = Home.open(folder.resolve("home"))) {
            assertThatThrownBy(() -> Home.open(first.root()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another archive is running on " + first.root())
                    .hasMessageContaining("MUHAFIZ_HOME");
        }
    }

    @Test
    void theNextArchiveWaitsForOneThatIsStopping() throws Exception {
        Home stopping = Home.open(folder.resolve("home"));
        stopping.announceStop();
        CompletableFuture<Home> next = CompletableFuture.supplyAsync(() -> Home.open(stopping.root()));

        assertThatThrownBy(() -> next.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        stopping.close();

        next.get(30, TimeUnit.SECONDS).close();
    }

    @Test
    void theFolderIsFreeAgainAfterTheStop() {
        Home.open(folder.resolve("home")).close();

        Home second = Home.open(folder.resolve("home"));

        assertThat(second.root()).exists();
        second.close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedWithARemedy() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> Home.open(file.resolve("home")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("MUHAFIZ_HOME");
    }

    @Test
    void aSecretIsGeneratedOnceAndReadableByItsOwnerOnly() throws IOException {
        try (Home home = Home.open(folder.resolve("home"))) {
            String secret = home.secrets().value("db-app-password");

            assertThat(secret).matches("[0-9a-f]{48}");
            assertThat(home.secrets().value("db-app-password")).isEqualTo(secret);
            assertThat(home.secrets().value("db-owner-password")).isNotEqualTo(secret);
            assertThat(mode(home.path("secrets/db-app-password"))).isEqualTo("rw-------");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
