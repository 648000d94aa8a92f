package muhafiz.stand.child;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program the stand runs: how it is called, when it is ready, how it is asked to stop. */
public interface Program {
    /** The name used in progress lines. */
    String name();

    /** Makes files and folders ready; called before each start of the process. */
    default void prepare() {}

    /** The command and its arguments; no secret is among them. */
    List<String> command();

    /** The file that takes what the program prints; it is appended to. */
    Path output();

    /** Whether the program answers now. Asked again and again while it starts. */
    boolean isReady();

    /** Why the program will not become ready without somebody's help, where it has said so; asked after {@link #isReady}. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** How long to wait before asking {@link #isReady} again. */
    default Duration askAgainAfter() {
        return Duration.ofMillis(50);
    }

    /** How long a start may take. */
    Duration startsWithin();

    /** Asks for an ordered stop and returns at once. */
    default void askToStop(ProcessHandle process) {
        process.destroy();
    }

    /** How long an ordered stop may take before the process is killed. */
    default Duration stopsWithin() {
        return Duration.ofSeconds(30);
    }
}
