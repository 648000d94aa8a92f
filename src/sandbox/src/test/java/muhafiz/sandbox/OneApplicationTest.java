package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.inspect.Inspection;
import muhafiz.inspect.SandboxSettings;
import muhafiz.sandbox.hostile.Crime;
import org.junit.jupiter.api.Test;

/** A worker serves one application's documents, then dies. */
class OneApplicationTest {
    private static final SandboxSettings.Crew PATIENT_REST =
            new SandboxSettings.Crew(2, 1, Duration.ofMinutes(2), Duration.ofSeconds(60));

    @Test
    void oneWorkerReadsTheDocumentsOfOneApplication() throws IOException {
        try (SandboxUnderTest sandbox = WorkerDeathTest.strongest(SandboxUnderTest.LIMITS, PATIENT_REST)) {
            UUID application = UUID.randomUUID();

            List<String> workers = List.of(worker(sandbox, application), worker(sandbox, application));

            assertThat(workers.get(0)).isEqualTo(workers.get(1));
        }
    }

    @Test
    void noWorkerReadsTheDocumentsOfTwoApplications() throws IOException {
        try (SandboxUnderTest sandbox = WorkerDeathTest.strongest(SandboxUnderTest.LIMITS, PATIENT_REST)) {
            List<UUID> applications = Stream.generate(UUID::randomUUID).limit(5).toList();

            Stream<String> workers = applications.stream().map(a -> unchecked(sandbox, a));

            assertThat(workers).doesNotHaveDuplicates();
        }
    }

    @Test
    void aClosedSandboxHasLeftNoProcessAndNoFile() throws IOException {
        Path memory;
        try (SandboxUnderTest sandbox = WorkerDeathTest.strongest(SandboxUnderTest.LIMITS, PATIENT_REST)) {
            worker(sandbox, UUID.randomUUID());
            sandbox.commit(Crime.LEAVE, "canary");
            Litter.of("canary");
            memory = sandbox.memory();
        }

        assertThat(Processes.whoseCommandHolds(memory.toString())).isEmpty();
        assertThat(memory).doesNotExist();
    }

    /** The hostile reader names its worker where an honest one names itself. */
    private static String worker(SandboxUnderTest sandbox, UUID application) throws IOException {
        Inspection inspection = sandbox.inspect(application, Crime.NONE.document(""));
        assertThat(inspection).isInstanceOf(Inspection.Read.class);
        assertThat(Files.isDirectory(sandbox.memory())).isTrue();
        return ((Inspection.Read) inspection).findings().readers();
    }

    private static String unchecked(SandboxUnderTest sandbox, UUID application) {
        try {
            return worker(sandbox, application);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
