package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BcfksRootKeysTest extends RootKeysContract {
    @TempDir
    private Path parent;

    @Override
    RootKeys open() {
        return BcfksRootKeys.open(folder());
    }

    @Test
    void aSecondOpenerIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("another archive holds the root keys in")
                .withMessageContaining("roots");
    }

    /** The first refusal must not give the lock away: closing any channel on a file frees POSIX locks on it. */
    @Test
    void aSecondProcessIsRefusedToo() throws IOException, InterruptedException {
        assertThatIllegalStateException().isThrownBy(this::open);

        assertThat(outsider()).isEqualTo("refused");
    }

    @Test
    void aClosedFolderIsFreeForAnotherProcess() throws IOException, InterruptedException {
        closeRoots();

        assertThat(outsider()).isEqualTo("opened");
    }

    @Test
    void onlyTheOwnerMayTouchTheFiles() throws IOException {
        Map<String, String> modes = new TreeMap<>();
        modes.put("", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        for (Path file : files()) {
            modes.put(
                    file.getFileName().toString(), PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }

        assertThat(modes)
                .isEqualTo(Map.of(
                        "", "rwx------",
                        "lock", "rw-------",
                        "roots.bcfks", "rw-------",
                        "roots.password", "rw-------"));
    }

    @Test
    void aStoreThatOthersMayReadIsRefused() throws IOException {
        closeRoots();
        Files.setPosixFilePermissions(folder().resolve("roots.password"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("roots.password has mode rw-r-----, allowed is rw-------");
    }

    @Test
    void aRefusedFolderIsFreeAgain() throws IOException {
        closeRoots();
        Path password = folder().resolve("roots.password");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
        assertThatIllegalStateException().isThrownBy(this::open);

        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));

        openRoots();
    }

    @Test
    void aChangedStoreIsRefused() throws IOException {
        closeRoots();
        Path store = folder().resolve("roots.bcfks");
        byte[] bytes = Files.readAllBytes(store);
        bytes[bytes.length / 2] ^= 1;
        Files.write(store, bytes);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(this::open);
    }

    @Test
    void aStoreWithoutItsPasswordIsRefused() throws IOException {
        closeRoots();
        Files.delete(folder().resolve("roots.password"));

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(this::open);
    }

    @Test
    void theOldStoreIsOverwrittenWhereItLay() throws IOException {
        Path store = folder().resolve("roots.bcfks");
        Path old = parent.resolve("another name of the same bytes");
        Files.createLink(old, store);

        openRootsAgainAndCreate("root-9");

        assertThat(Files.readAllBytes(old)).containsOnly(0);
        assertThat(Files.readAllBytes(store)).isNotEqualTo(Files.readAllBytes(old));
    }

    @Test
    void whatACrashLeftHalfWrittenDoesNotMatter() throws IOException {
        closeRoots();
        Path beside = folder().resolve("roots.bcfks.new");
        Files.write(beside, "half".getBytes(US_ASCII));

        openRoots();
        openRootsAgainAndCreate("root-1");

        assertThat(beside).doesNotExist();
    }

    private Path folder() {
        return parent.resolve("roots");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    private void openRootsAgainAndCreate(String rootId) {
        closeRoots();
        openRoots();
        create(rootId);
    }

    private String outsider() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Outsider.class.getName(),
                        folder().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
