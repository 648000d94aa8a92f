package muhafiz.itest.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Running processes, their threads and their later children, with strace(1) beside them. */
public final class WatchedProcesses implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/strace");
    private static final Duration LETS_GO_WITHIN = Duration.ofSeconds(10);
    private static final Duration ATTACHES_WITHIN = Duration.ofMinutes(1);

    private final Process strace;
    private final Path output;

    private WatchedProcesses(Process strace, Path output) {
        this.strace = strace;
        this.output = output;
    }

    /** Whether strace is installed. */
    public static boolean canBeWatched() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Returns when every one of these processes is watched.
     *
     * @param calls the system calls that are written down, as strace's {@code trace=} takes them
     * @param bytes how much of each text or buffer is written down
     */
    public static WatchedProcesses of(List<Long> pids, String calls, int bytes, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-f", "-y", "-s", Integer.toString(bytes)));
        command.addAll(List.of("-e", "trace=" + calls, "-e", "signal=none", "-o", output.toString()));
        pids.forEach(pid -> command.addAll(List.of("-p", pid.toString())));
        Path said = output.resolveSibling(output.getFileName() + ".said");
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Patience.until(ATTACHES_WITHIN, "strace watches", () -> areAttached(said, pids));
        return new WatchedProcesses(strace, output);
    }

    private static boolean areAttached(Path said, List<Long> pids) {
        try {
            String lines = Files.readString(said);
            return pids.stream().allMatch(pid -> lines.contains("Process " + pid + " attached"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the processes go and answers what strace wrote, oldest first. */
    public List<String> lines() throws IOException {
        close();
        return Files.readAllLines(output, StandardCharsets.ISO_8859_1);
    }

    /** Lets the processes go. Idempotent. */
    @Override
    public void close() {
        strace.destroy();
        try {
            strace.onExit().get(LETS_GO_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) { // it may wait for ever for a process that died while it let go
            strace.destroyForcibly().onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
