package muhafiz.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The machine's processes as proc(5) shows them. */
final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Processes() {}

    /** Processes with this word in their command line that do not end within some seconds. */
    static List<ProcessHandle> whoseCommandHolds(String word) {
        List<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(p -> command(p).contains(word))
                .toList();
        CompletableFuture<?>[] ends = found.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return found.stream().filter(p -> command(p).contains(word)).toList();
    }

    /** Empty for what is gone, and for a zombie. */
    private static String command(ProcessHandle process) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
