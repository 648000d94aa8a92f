package muhafiz.itest.forgotten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muhafiz.stand.Checkout;

/** Runs the commands of the checkout's own script, as an operator does. */
public record Operator(Path home, Path roots) {
    /** How a command ended, and everything it said. */
    public record Ended(int code, String words) {}

    public Ended run(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Checkout.find().root().resolve("muhafiz").toString());
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "MUHAFIZ_HOME", home.toString(),
                        "MUHAFIZ_ROOTS", roots.toString(),
                        "JAVA_HOME", System.getProperty("java.home")));
        try {
            Process started = process.start();
            String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(started.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless the command succeeds. @return what it said */
    public String done(String... words) {
        Ended ended = run(words);
        if (ended.code() != 0) {
            throw new AssertionError(String.join(" ", words) + " ended with " + ended.code() + ": " + ended.words());
        }
        return ended.words();
    }

    /** The one file or folder whose name begins so. */
    static Path only(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError(prefix + " is not there once: " + found);
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
