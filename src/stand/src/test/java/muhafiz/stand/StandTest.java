package muhafiz.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muhafiz.stand.home.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandTest {
    @TempDir
    Path folder;

    @Test
    void aPortThatIsTakenIsNamedBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StandSettings settings = StandSettings.forTests(folder.resolve("home"))
                    .withServer(built())
                    .withPort(other.getLocalPort());

            assertThatThrownBy(() -> Stand.start(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("MUHAFIZ_PORT");
            assertThat(folder.resolve("home/postgresql")).doesNotExist();
        }
    }

    @Test
    void aServerThatWasNeverBuiltIsNamedBeforeAnythingStarts() {
        StandSettings settings = StandSettings.forTests(folder.resolve("home")).withServer(folder.resolve("none"));

        assertThatThrownBy(() -> Stand.start(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no server in")
                .hasMessageContaining("./mvnw");
        assertThat(folder.resolve("home/postgresql")).doesNotExist();
    }

    @Test
    void aHalfMadeServerIsNeverStarted() throws IOException {
        Path half = Files.createDirectories(folder.resolve("half"));
        Files.createFile(half.resolve("jboss-modules.jar"));
        StandSettings settings = StandSettings.forTests(folder.resolve("home")).withServer(half);

        assertThatThrownBy(() -> Stand.start(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("half made");
    }

    @Test
    void everythingBelowTheDataFolderIsItsOwnersAlone() throws IOException {
        Path home = folder.resolve("home");
        List<Path> open = new ArrayList<>();

        try (Stand stand = Stand.start(settings());
                Stream<Path> paths = Files.walk(stand.home())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (!Files.isSymbolicLink(path) && isOpenToOthers(path)) {
                    open.add(home.relativize(path));
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void childrenOfAKilledSupervisorAreGoneBeforeTheNextStart() throws Exception {
        Process supervisor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSupervisor.class.getName(),
                        folder.resolve("home").toString())
                .redirectError(folder.resolve("supervisor.log").toFile())
                .start();
        String pids = supervisor.inputReader().readLine();
        supervisor.destroyForcibly().waitFor();
        List<ProcessHandle> children = Stream.of(pids.split(" "))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();

        Stand.start(settings()).close();

        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(pids).isNotBlank();
    }

    /** Starts the parts, prints their pids and waits to be killed. */
    static final class KilledSupervisor {
        private KilledSupervisor() {}

        public static void main(String[] arguments) throws InterruptedException {
            Stand stand =
                    Stand.start(StandSettings.forTests(Path.of(arguments[0])).withParts(Part.DATABASE, Part.OBJECTS));
            System.out.println(stand.pid(Part.DATABASE) + " " + stand.pid(Part.OBJECTS));
            Thread.currentThread().join();
        }
    }

    /** What the stand looks for in a server before it starts anything. */
    private Path built() throws IOException {
        Path server = Files.createDirectories(folder.resolve("server/standalone/deployments"));
        Files.createFile(server.resolve("muhafiz.ear"));
        Files.createFile(folder.resolve("server/jboss-modules.jar"));
        Files.createFile(folder.resolve("server/.complete"));
        return folder.resolve("server");
    }

    private StandSettings settings() {
        return StandSettings.forTests(folder.resolve("home")).withParts(Part.DATABASE, Part.OBJECTS);
    }

    private static boolean isOpenToOthers(Path path) throws IOException {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        return !mode.endsWith("------");
    }
}
