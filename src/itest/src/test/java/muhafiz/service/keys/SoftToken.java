package muhafiz.service.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muhafiz.crypto.keys.Pkcs11Settings;
import muhafiz.stand.home.PrivateFiles;

/** A token of SoftHSM 2 (Debian: softhsm2) below target/; the build names its configuration in the tests' environment. */
record SoftToken(Path library, long slot) {
    static final String PIN = "12345678";

    private static final String CONFIGURATION = "SOFTHSM2_CONF";
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    /** Why there is no token here, or nothing. */
    static Optional<String> missing() {
        if (System.getenv(CONFIGURATION) == null) {
            return Optional.of("SOFTHSM2_CONF is not set: run these tests by Maven");
        }
        return installed().isPresent() ? Optional.empty() : Optional.of("softhsm2 is not installed");
    }

    static SoftToken make(String label) throws IOException, InterruptedException {
        Path configuration = Path.of(System.getenv(CONFIGURATION)).toAbsolutePath();
        Path tokens = configuration.resolveSibling("tokens");
        PrivateFiles.remove(tokens);
        Files.createDirectories(tokens);
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Process process = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--so-pin",
                        "87654321",
                        "--pin",
                        PIN)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        Matcher slot = SLOT.matcher(said);
        if (!process.waitFor(60, TimeUnit.SECONDS) || !slot.find()) {
            throw new IllegalStateException("no token could be made: " + said);
        }
        return new SoftToken(installed().orElseThrow(), Long.parseLong(slot.group(1)));
    }

    Pkcs11Settings settings(String archive) {
        return new Pkcs11Settings(library, slot, archive);
    }

    private static Optional<Path> installed() {
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
