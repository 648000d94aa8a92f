package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import muhafiz.inspect.Isolation;
import muhafiz.sandbox.hostile.Crime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a parser that has been taken over can reach, behind each of the walls this machine has. */
@ParameterizedClass
@EnumSource(
        value = Isolation.class,
        names = {"BUBBLEWRAP", "UNSHARE", "PROCESS"})
class HostileReaderTest {
    private static final Map<Isolation, SandboxUnderTest> SANDBOXES = new ConcurrentHashMap<>();

    private final Isolation wanted;
    private final SandboxUnderTest sandbox;

    @TempDir
    private Path archive;

    HostileReaderTest(Isolation wanted) {
        this.wanted = wanted;
        this.sandbox = SANDBOXES.computeIfAbsent(
                wanted, i -> SandboxUnderTest.open(i, SandboxUnderTest.LIMITS, SandboxUnderTest.CREW));
    }

    @AfterAll
    static void closeAll() throws IOException {
        for (SandboxUnderTest each : SANDBOXES.values()) {
            each.close();
        }
        SANDBOXES.clear();
    }

    @BeforeEach
    void sayAloudWhatCannotBeTested() {
        if (sandbox.isolation() != wanted) {
            System.getLogger("muhafiz.sandbox")
                    .log(Level.ERROR, "NOT TESTED: isolation {0} is not to be had on this machine", wanted);
        }
        assumeTrue(sandbox.isolation() == wanted, wanted + " is not to be had on this machine");
    }

    @Test
    void anHonestDocumentIsRead() throws IOException {
        assertThat(sandbox.outcome(Crime.NONE, "salam")).isEqualTo("done salam");
    }

    @Test
    void theRootStoreIsOutOfReach() throws IOException {
        assumeTrue(wanted.isWalled() || isRoot(), "a bare process of the same user reads what its user reads");
        Path store = Files.writeString(archive.resolve("roots.bcfks"), "root key");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));

        String outcome = sandbox.outcome(Crime.READ_FILE, store);

        assertThat(outcome).startsWith("refused");
    }

    @Test
    void whatTheWholeMachineMayReadIsOutOfReachToo() throws IOException {
        assumeTrue(wanted.isWalled(), "a bare process reads what everybody may read");
        Path settings = Files.writeString(archive.resolve("settings.properties"), "everybody's");
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(sandbox.outcome(Crime.READ_FILE, settings)).startsWith("refused");
        assertThat(sandbox.outcome(Crime.READ_FILE, "/etc/passwd")).startsWith("refused");
        assertThat(sandbox.outcome(Crime.READ_FILE, "/proc/1/root" + settings)).startsWith("refused");
    }

    @Test
    void theArchivesEnvironmentIsOutOfReach() throws IOException {
        assumeTrue(wanted.isWalled() || isRoot(), "a bare process of the same user may read its parent's environment");

        String outcome = sandbox.outcome(
                Crime.READ_FILE, "/proc/" + ProcessHandle.current().pid() + "/environ");

        assertThat(outcome).startsWith("refused");
    }

    @Test
    void aWorkersOwnEnvironmentIsEmpty() throws IOException {
        String names = sandbox.outcome(Crime.ENVIRONMENT, "");

        // PWD is set by what starts it: bubblewrap, or the shell. It names the worker's own folder.
        assertThat(names.replaceAll("\\b(PWD|OLDPWD|SHLVL|_)\\b|,", "")).isEqualTo("done ");
    }

    @Test
    void noPortOfThisMachineCanBeReached() throws IOException {
        assumeTrue(wanted.isWalled(), "a bare process has the machine's network");
        // Stands for the database, the object store and the management port: all listen on loopback.
        try (ServerSocket database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String outcome = sandbox.outcome(Crime.CONNECT, database.getLocalPort());

            assertThat(outcome).startsWith("refused");
        }
    }

    @Test
    void theArchiveCannotBeKilled() throws IOException {
        assumeTrue(wanted.isWalled() || isRoot(), "a bare process of the same user may kill its parent");

        sandbox.outcome(Crime.KILL, ProcessHandle.current().pid());

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(sandbox.outcome(Crime.NONE, "still here")).isEqualTo("done still here");
    }

    @Test
    void whatOneDocumentLeavesBehindTheNextDoesNotFind() throws IOException {
        String name = "left-" + UUID.randomUUID();
        UUID application = UUID.randomUUID();

        SandboxUnderTest.word(sandbox.inspect(application, Crime.LEAVE.document(name)));
        String sameApplication = SandboxUnderTest.word(sandbox.inspect(application, Crime.LOOK.document(name)));
        String otherApplication = sandbox.outcome(Crime.LOOK, name);

        assumeTrue(!Litter.of(name), "a bare process writes where everybody may");
        assertThat(sameApplication).startsWith("refused");
        assertThat(otherApplication).startsWith("refused");
    }

    @Test
    void nothingButTheScratchFolderCanBeWritten() throws IOException {
        assumeTrue(wanted.isWalled(), "a bare process writes where its user may");
        List<String> folders = Stream.of(
                        "/", "/etc", "/usr/lib", "/tmp", "/dev", "/dev/shm", "/proc", "/proc/sys/kernel")
                .toList();

        for (String folder : folders) {
            assertThat(sandbox.outcome(Crime.WRITE_FILE, folder + "/hostile"))
                    .as(folder)
                    .startsWith("refused");
        }
        for (Path jar : WorkerClassPath.ofProduction()) {
            assertThat(sandbox.outcome(Crime.WRITE_FILE, jar + ".hostile")).startsWith("refused");
            break;
        }
        assertThat(sandbox.outcome(Crime.WRITE_FILE, archive.resolve("hostile")))
                .startsWith("refused");
        assertThat(sandbox.outcome(Crime.WRITE_FILE, sandbox.memory().resolve("hostile")))
                .startsWith("refused");
    }

    @Test
    void theScratchFolderHasAnEnd() throws IOException {
        assertThat(sandbox.outcome(Crime.FILL_SCRATCH, "")).startsWith("refused");
    }

    @Test
    void thereIsNoShellToStart() throws IOException {
        assumeTrue(wanted.isWalled(), "a bare process sees the machine's programs");

        assertThat(sandbox.outcome(Crime.START_PROGRAM, "/bin/sh -c true")).startsWith("refused");
        assertThat(sandbox.outcome(Crime.START_PROGRAM, "/usr/bin/env")).startsWith("refused");
    }

    @Test
    void whatAParserStartsDiesWithIt() throws IOException {
        String name = "lingerer-" + UUID.randomUUID();
        String java = WorkerClassPath.javaHome().resolve("bin/java").toString();
        String classes = WorkerClassPath.withHostileReader().get(0).toString();

        String outcome = sandbox.outcome(
                Crime.START_PROGRAM_AND_EXIT,
                String.join(" ", java, "-cp", classes, "muhafiz.sandbox.hostile.Lingerer", name));

        assertThat(outcome).contains("exited");
        assertThat(Processes.whoseCommandHolds(name)).isEmpty();
    }

    @Test
    void nothingOfADocumentStaysInTheMemoryFolder() throws IOException {
        String canary = "canary-" + UUID.randomUUID();
        sandbox.outcome(Crime.LEAVE, canary);
        sandbox.outcome(Crime.EXIT, 1);
        Litter.of(canary);

        try (Stream<Path> files = Files.walk(sandbox.memory())) {
            assertThat(files.filter(f -> f.endsWith("document") || f.endsWith(canary)))
                    .isEmpty();
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
