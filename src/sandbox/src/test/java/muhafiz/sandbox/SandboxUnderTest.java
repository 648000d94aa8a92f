package muhafiz.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Inspection;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.SandboxClient;
import muhafiz.inspect.SandboxSettings;
import muhafiz.sandbox.hostile.Crime;

/** A sandbox with tight limits, of one isolation and no other. */
final class SandboxUnderTest implements AutoCloseable {
    static final Duration WALL_CLOCK = Duration.ofSeconds(5);
    static final SandboxSettings.Limits LIMITS =
            new SandboxSettings.Limits(64L << 20, WALL_CLOCK, 64 * 1024, 8L << 20, 32L << 20);
    static final SandboxSettings.Crew CREW =
            new SandboxSettings.Crew(2, 1, Duration.ofSeconds(2), Duration.ofSeconds(60));

    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private final DocumentInspector inspector;
    private final Path memory;

    private SandboxUnderTest(DocumentInspector inspector, Path memory) {
        this.inspector = inspector;
        this.memory = memory;
    }

    static SandboxUnderTest open(Isolation isolation, SandboxSettings.Limits limits, SandboxSettings.Crew crew) {
        return open(isolation, WorkerClassPath.withHostileReader(), limits, crew);
    }

    static SandboxUnderTest open(
            Isolation isolation, List<Path> classPath, SandboxSettings.Limits limits, SandboxSettings.Crew crew) {
        Path memory =
                Path.of("/dev/shm", "muhafiz-test-" + ProcessHandle.current().pid() + "-" + FOLDERS.incrementAndGet());
        SandboxSettings.Program program =
                new SandboxSettings.Program(WorkerClassPath.javaHome(), classPath, Optional.empty());
        return open(new SandboxSettings(program, Set.of(isolation), memory, limits, crew));
    }

    static SandboxUnderTest open(SandboxSettings settings) {
        return new SandboxUnderTest(SandboxClient.open(settings), settings.memoryFolder());
    }

    Isolation isolation() {
        return inspector.isolation();
    }

    Path memory() {
        return memory;
    }

    DocumentInspector inspector() {
        return inspector;
    }

    Inspection inspect(UUID application, byte[] document) throws IOException {
        return inspector.inspect(
                application, "application/octet-stream", document.length, new ByteArrayInputStream(document));
    }

    Inspection commit(Crime crime, Object object) throws IOException {
        return inspect(UUID.randomUUID(), crime.document(object));
    }

    /** What came of a crime: {@code done …} or {@code refused …}, or how the worker ended. */
    String outcome(Crime crime, Object object) throws IOException {
        return word(commit(crime, object));
    }

    static String word(Inspection inspection) {
        if (inspection instanceof Inspection.Read read) {
            return read.findings().metadata().getOrDefault("dc:title", "");
        }
        return inspection.toString();
    }

    @Override
    public void close() throws IOException {
        inspector.close();
        for (String left : List.of("lock", "")) {
            Files.deleteIfExists(memory.resolve(left));
        }
    }
}
