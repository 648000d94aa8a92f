package muhafiz.itest.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.Checkout;

/** The jar that outsiders get, run as they run it. */
final class VerifierJar {
    /** How it ended, and what it said. */
    record Ended(int code, String words) {}

    private VerifierJar() {}

    /** The command that begins it. */
    static List<String> command() {
        Path jar = Checkout.find().root().resolve("src/verify/target/muhafiz-verify.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("not built: " + jar);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "-Xmx256m", "-jar", jar.toString());
    }

    static Ended run(Object... words) {
        List<String> command = new ArrayList<>(command());
        for (Object word : words) {
            command.add(word.toString());
        }
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(started.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
