package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A token of SoftHSM 2 (Debian: softhsm2) under target/. SoftHSM reads its configuration's place from the environment, so
 * the build gives SOFTHSM2_CONF to the tests' JVM, and whatever it starts inherits it.
 */
record SoftHsm(Path library, long slot) {
    static final String PIN = "12345678";

    private static final String CONFIGURATION = "SOFTHSM2_CONF";
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
    private static final List<Path> LIBRARIES = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib64/pkcs11/libsofthsm2.so",
                    "/usr/lib64/softhsm/libsofthsm2.so")
            .map(Path::of)
            .toList();

    /** Why there is no token here, or nothing. */
    static Optional<String> missing() {
        if (System.getenv(CONFIGURATION) == null) {
            return Optional.of("SOFTHSM2_CONF is not set: run these tests by Maven");
        }
        return installed().isPresent()
                ? Optional.empty()
                : Optional.of("SoftHSM is not installed (apt-get install softhsm2): no PKCS#11 token to test with");
    }

    /** The one token of this JVM, made new: SoftHSM looks for tokens only when the library is loaded. */
    static SoftHsm token() {
        return Once.TOKEN;
    }

    static Path tokens() {
        return folder().resolve("tokens");
    }

    Pkcs11Settings settings(String archive) {
        return new Pkcs11Settings(library, slot, archive);
    }

    /** What a program of Debian or a JVM says, whatever its exit code. */
    static String said(List<String> command) throws IOException, InterruptedException {
        return said(command, Path.of(String.valueOf(System.getenv(CONFIGURATION))));
    }

    /** The same where SoftHSM is configured otherwise. */
    static String said(List<String> command, Path configuration) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(CONFIGURATION, configuration.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static final class Once {
        private static final SoftHsm TOKEN = fresh();
    }

    private static SoftHsm fresh() {
        try {
            clear(tokens());
            Files.createDirectories(tokens());
            configure(Path.of(System.getenv(CONFIGURATION)), tokens());
            String said = said(List.of(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    "roots",
                    "--so-pin",
                    "87654321",
                    "--pin",
                    PIN));
            Matcher slot = SLOT.matcher(said);
            assertThat(slot.find()).as(said).isTrue();
            return new SoftHsm(installed().orElseThrow(), Long.parseLong(slot.group(1)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no token could be made", e);
        }
    }

    /** The folder of a copy of the token, configured by softhsm2.conf beside it. */
    static Path copied(Path folder) throws IOException {
        Path copy = folder.resolve("tokens");
        try (Stream<Path> inside = Files.walk(tokens())) {
            for (Path path : inside.toList()) {
                Files.copy(path, copy.resolve(tokens().relativize(path).toString()));
            }
        }
        configure(folder.resolve("softhsm2.conf"), copy);
        return copy;
    }

    private static void configure(Path configuration, Path tokens) throws IOException {
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    }

    private static Optional<Path> installed() {
        return LIBRARIES.stream().filter(Files::isReadable).findFirst();
    }

    private static Path folder() {
        return Path.of(System.getenv(CONFIGURATION)).toAbsolutePath().getParent();
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
