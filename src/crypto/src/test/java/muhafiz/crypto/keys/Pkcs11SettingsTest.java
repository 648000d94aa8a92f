package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import muhafiz.crypto.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong setting is told by naming what was looked for. */
class Pkcs11SettingsTest {
    private static final String ARCHIVE = "settings";

    @Test
    void aMissingLibraryIsNamed() {
        var nowhere = new Pkcs11Settings(Path.of("/nowhere/libhsm.so"), 0, ARCHIVE);

        assertThatIllegalStateException()
                .isThrownBy(() -> Pkcs11RootKeys.open(nowhere, SoftHsm.PIN.toCharArray()))
                .withMessage("there is no readable PKCS#11 library at /nowhere/libhsm.so");
    }

    @Test
    void aFileThatIsNoLibraryIsNamed(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("libhsm.so"), "not a library");
        var wrong = new Pkcs11Settings(text, 0, ARCHIVE);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> Pkcs11RootKeys.open(wrong, SoftHsm.PIN.toCharArray()))
                .withMessageContaining(text.toString());
    }

    @Test
    void aSlotThatIsNotThereIsAway() {
        assumeTrue(SoftHsm.missing().isEmpty(), () -> SoftHsm.missing().orElseThrow());
        var empty = new Pkcs11Settings(SoftHsm.token().settings(ARCHIVE).library(), 77, ARCHIVE);

        Throwable thrown = catchThrowable(() -> Pkcs11RootKeys.open(empty, SoftHsm.PIN.toCharArray()));

        assertThat(thrown)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(
                        "slot 77 of " + SoftHsm.token().settings(ARCHIVE).library())
                .hasMessageContaining("CKR_SLOT_ID_INVALID");
        assertThat(traceOf(thrown)).doesNotContain(SoftHsm.PIN);
    }

    @Test
    void settingsThatWouldChangeTheConfigurationAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkcs11Settings(Path.of("/a\nslot=1"), 0, ARCHIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkcs11Settings(Path.of("lib.so"), 0, ARCHIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkcs11Settings(Path.of("/lib.so"), -1, ARCHIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkcs11Settings(Path.of("/lib.so"), 0, "a.b"));
    }

    private static String traceOf(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
