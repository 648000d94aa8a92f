package muhafiz.service.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.config.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may say of the holders of the roots, and what is refused in which words. */
class HolderSettingsTest {
    private static final String PROPERTY = "muhafiz.settings";

    @TempDir
    private Path folder;

    @BeforeEach
    void settle() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Path settings = folder.resolve("settings.properties");
        Files.writeString(settings, "config=" + folder.resolve("config") + "\nroots=" + folder.resolve("roots") + "\n");
        System.setProperty(PROPERTY, settings.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void whoeverSaysNothingHasAKeyStoreInTheFolderOfTheRootsAndNoMirror() throws IOException {
        assertThat(HolderSettings.all(said("")))
                .containsExactly(new HolderSettings("main", new Place.Folder(folder.resolve("roots"))));
    }

    @Test
    void eachHolderMayBeOfAnotherKind() throws IOException {
        List<HolderSettings> all = HolderSettings.all(said("""
                roots.mirror-1=pkcs11
                roots.mirror-1.name=token
                roots.mirror-1.library=/usr/lib/hsm.so
                roots.mirror-1.slot=4
                roots.mirror-1.pin-file=/run/pin
                roots.mirror-2=vault
                roots.mirror-2.address=https://vault.example:8200
                roots.mirror-2.namespace=records
                roots.mirror-2.token-file=/run/token
                """));

        assertThat(all).map(HolderSettings::name).containsExactly("main", "token", "mirror-2");
        assertThat(all)
                .map(holder -> holder.place().whereabouts())
                .containsExactly(
                        "folder " + folder.resolve("roots"),
                        "slot 4 of /usr/lib/hsm.so",
                        "mount transit of https://vault.example:8200 in records");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        roots.main=disk                                | roots.main must be bcfks, pkcs11, vault or empty, was disk
        roots.main=                                    | roots.main must be bcfks, pkcs11 or vault, was empty
        roots.mirror-1=bcfks                           | roots.mirror-1.folder is needed, was empty
        roots.main.slot=3                              | roots.main is bcfks and takes no slot; it takes [folder]
        roots.mirror-2.folder=/x                       | roots.mirror-2 is empty and takes no folder; it takes []
        roots.main.name=Main                           | the name of a holder of roots is 1 to 32 characters
        roots.main.name=share-1                        | not quorum and not share-
        """)
    void aSlipIsRefusedByName(String line, String message) throws IOException {
        Settings settings = said(line);

        assertThatThrownBy(() -> HolderSettings.all(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void twoHoldersAtOnePlaceAreRefused() throws IOException {
        Settings folders = said("roots.mirror-1=bcfks\nroots.mirror-1.folder=" + folder + "/other/../roots\n");
        String token = "roots.%1$s=pkcs11\nroots.%1$s.library=/usr/lib/hsm.so\nroots.%1$s.slot=4\n"
                + "roots.%1$s.pin-file=/run/%1$s\n";

        assertThatThrownBy(() -> HolderSettings.all(folders))
                .hasMessageContaining("main and mirror-1 are one place, folder " + folder.resolve("roots"));
        Settings tokens = said(token.formatted("mirror-1") + token.formatted("mirror-2"));
        assertThatThrownBy(() -> HolderSettings.all(tokens))
                .hasMessageContaining("mirror-1 and mirror-2 are one place");
    }

    @Test
    void twoHoldersOfOneNameAreRefused() throws IOException {
        Settings settings = said("roots.mirror-1=bcfks\nroots.mirror-1.name=main\nroots.mirror-1.folder=/x\n");

        assertThatThrownBy(() -> HolderSettings.all(settings)).hasMessage("two holders of roots have one name");
    }

    @Test
    void aFolderThatAnotherArchiveHoldsStopsTheStart() throws IOException {
        Settings settings = said("");

        try (RootHolders first = new Roots().holders(settings)) {
            assertThat(first.mirrors()).isZero();
            assertThatThrownBy(() -> new Roots().holders(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another archive holds the root keys");
        }
    }

    @Test
    void aMirrorThatIsAwayDoesNotStopTheStart() throws IOException {
        Path token = secret("rw-------");

        try (RootHolders holders = new Roots().holders(vault(token))) {
            RootKeys mirror = holders.all().get("mirror-1");

            assertThat(holders.all().get("main").alive()).isEmpty();
            assertThatThrownBy(mirror::alive).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void aTokensFileThatOthersMayReadStopsTheStartAndNothingIsLeftHeld() throws IOException {
        Settings settings = vault(secret("rw-r-----"));

        assertThatThrownBy(() -> new Roots().holders(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has mode rw-r-----, allowed is rw-------")
                .hasMessageNotContaining("s.secret");
        new Roots().holders(said("")).close();
    }

    private Settings vault(Path token) throws IOException {
        return said("roots.patience=PT1S\nroots.mirror-1=vault\nroots.mirror-1.address=http://127.0.0.1:1\n"
                + "roots.mirror-1.token-file=" + token + "\n");
    }

    private Path secret(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "s.secret\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private Settings said(String lines) throws IOException {
        Files.writeString(folder.resolve("config/archive.properties"), lines);
        return new Settings();
    }
}
