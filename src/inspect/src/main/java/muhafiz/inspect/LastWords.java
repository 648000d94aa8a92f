package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Why walls could not be built here, in the words of the tools, for the operator. No document is in sight yet. */
final class LastWords {
    private static final int LONGEST = 400;
    private static final long PATIENCE_SECONDS = 5;

    private LastWords() {}

    /** Builds the same walls once more, only to hear the complaint. */
    static String of(Cage cage, Scratch scratch) {
        try {
            Scratch.Room room = scratch.room();
            ProcessBuilder builder = new ProcessBuilder(cage.command(room));
            builder.environment().clear();
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            try {
                return heard(process);
            } finally {
                process.destroyForcibly();
                room.empty();
            }
        } catch (IOException e) {
            return "cannot be started";
        }
    }

    /** Its input ends at once, so a worker that does come to life ends too. */
    private static String heard(Process process) throws IOException {
        process.getOutputStream().close();
        CompletableFuture<Process> end = process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(Process::destroyForcibly);
        try (InputStream errors = process.getErrorStream()) {
            String words = new String(errors.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            end.join();
            return words.isEmpty() ? "the worker saw other walls than promised, or ended at once" : words;
        }
    }
}
