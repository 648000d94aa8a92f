package muhafiz.stand.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/** Remembers a child by pid and start time, so that a pid which was given to another program is left alone. */
public final class PidFile {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    void remember(ProcessHandle process) {
        try {
            PrivateFiles.write(file, process.pid() + " " + started(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the process that an earlier, killed supervisor left behind.
     *
     * @return whether there was one
     * @throws StartRefused when it does not end
     */
    public boolean endLeftover() {
        Optional<ProcessHandle> leftover = leftover();
        leftover.ifPresent(PidFile::end);
        forget();
        return leftover.isPresent();
    }

    private Optional<ProcessHandle> leftover() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> words.length == 2 && started(process).equals(words[1]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!isGoneWithin(process, PATIENCE)) {
            process.destroyForcibly();
            if (!isGoneWithin(process, PATIENCE)) {
                throw new StartRefused("Process " + process.pid()
                        + " of an earlier run does not end. End it by hand, then start again.");
            }
        }
    }

    private static boolean isGoneWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
