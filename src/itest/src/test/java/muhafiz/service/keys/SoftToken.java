package muhafiz.service.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muhafiz.crypto.keys.Pkcs11RootKeys;
import muhafiz.crypto.keys.Pkcs11Settings;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.stand.home.PrivateFiles;

/**
 * A token of SoftHSM 2 (Debian: softhsm2) under target/. The build gives SOFTHSM2_CONF to the tests' JVM; the configuration is written
 * there before the library is loaded, so there is one token in a JVM.
 */
final class SoftToken {
    private static final String CONFIGURATION = "SOFTHSM2_CONF";
    private static final String PIN = "12345678";
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    private SoftToken() {}

    /** Why there is none here, or nothing. */
    static Optional<String> missing() {
        if (System.getenv(CONFIGURATION) == null) {
            return Optional.of("SOFTHSM2_CONF is not set: run these tests by Maven");
        }
        return library().isPresent()
                ? Optional.empty()
                : Optional.of("SoftHSM is not installed (apt-get install softhsm2): no PKCS#11 token to test with");
    }

    /** An archive's roots in the token; whoever opens them closes them. */
    static RootKeys roots(String archive) {
        Pkcs11Settings once = Once.SETTINGS;
        return Pkcs11RootKeys.open(new Pkcs11Settings(once.library(), once.slot(), archive), PIN.toCharArray());
    }

    private static final class Once {
        private static final Pkcs11Settings SETTINGS = fresh();
    }

    private static Pkcs11Settings fresh() {
        try {
            Path configuration = Path.of(System.getenv(CONFIGURATION));
            Path tokens = configuration.resolveSibling("tokens");
            PrivateFiles.remove(tokens);
            Files.createDirectories(tokens);
            Files.writeString(
                    configuration,
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            Matcher slot = SLOT.matcher(initialised());
            if (!slot.find()) {
                throw new IllegalStateException("softhsm2-util made no token");
            }
            return new Pkcs11Settings(library().orElseThrow(), Long.parseLong(slot.group(1)), "tree");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no token could be made", e);
        }
    }

    private static String initialised() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "roots",
                        "--so-pin",
                        "87654321",
                        "--pin",
                        PIN))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static Optional<Path> library() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst();
    }
}
