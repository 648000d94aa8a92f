package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.SandboxSettings;
import muhafiz.sandbox.hostile.Crime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No worker outlives the archive, however the archive ends. */
class OrphanTest {

    @ParameterizedTest
    @EnumSource(
            value = Isolation.class,
            names = {"BUBBLEWRAP", "UNSHARE", "PROCESS"})
    void aKilledArchiveLeavesNoWorkerBehindNotEvenABusyOne(Isolation isolation) throws Exception {
        String mark = "mark-" + UUID.randomUUID();
        Process archive = new ProcessBuilder(
                        WorkerClassPath.javaHome().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Archive.class.getName(),
                        isolation.name(),
                        "/dev/shm/" + mark)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = archive.inputReader()) {
            assumeTrue("looping".equals(out.readLine()), isolation + " is not to be had on this machine");

            archive.destroyForcibly();

            assertThat(archive.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Processes.whoseCommandHolds(mark)).isEmpty();
        } finally {
            archive.destroyForcibly();
            Litter.remove(Path.of("/dev/shm", mark));
        }
    }

    /** Stands for the archive. Its archive of classes does not exist, but marks its workers' command lines. */
    static final class Archive {
        public static void main(String[] args) throws IOException {
            SandboxSettings.Program program = new SandboxSettings.Program(
                    WorkerClassPath.javaHome(),
                    WorkerClassPath.withHostileReader(),
                    Optional.of(Path.of(args[1] + ".jsa")));
            SandboxUnderTest sandbox = SandboxUnderTest.open(new SandboxSettings(
                    program,
                    Set.of(Isolation.valueOf(args[0])),
                    Path.of(args[1]),
                    SandboxUnderTest.LIMITS,
                    SandboxUnderTest.CREW));
            if (sandbox.isolation().name().equals(args[0])) {
                byte[] loop = Crime.LOOP.document("");
                sandbox.inspector().inspect(UUID.randomUUID(), "text/plain", loop.length, new Told(loop));
            }
        }
    }

    /** Says so when the worker has all its bytes. */
    private static final class Told extends ByteArrayInputStream {
        Told(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read() {
            System.out.println("looping");
            return super.read();
        }
    }
}
