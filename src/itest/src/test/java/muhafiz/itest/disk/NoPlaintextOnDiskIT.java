package muhafiz.itest.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.disk.PlaintextScanner.Find;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Promise 2: no plaintext ever rests. Not on disk, in temp, database, WAL, logs or bucket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoPlaintextOnDiskIT {
    private static final Duration COMES_BACK_WITHIN = Duration.ofMinutes(4);
    private static final int SEGMENT = 1 << 20;

    /** Each pins what it sent; together they are more than the heap holds. */
    private static final int MOST_OPEN_BODIES = 195;

    private static final String SMALL_HEAP = "-Xmx224m";

    private RunningArchive archive;
    private Traffic traffic;
    private Disk disk;
    private Path traces;

    @BeforeAll
    void start() throws IOException {
        archive = RunningArchive.start(
                "disk", settings -> settings.withServerArguments(RunningArchive.shortLived(SMALL_HEAP)));
        traffic = new Traffic(archive);
        disk = new Disk(places(archive.home()), archive.home().resolve("server"));
        traces = Files.createDirectories(Path.of("target", "strace").toAbsolutePath());
    }

    /** Everything the archive may write to, and where a careless program would. */
    private static List<Path> places(Path home) {
        return Stream.of("/tmp", "/var/tmp", System.getProperty("java.io.tmpdir"), home.toString())
                .map(Path::of)
                .distinct()
                .toList();
    }

    @AfterAll
    void stop() {
        archive.close();
    }

    @Test
    @Clause("PRO-1")
    void nothingRestsWhileADocumentIsOnItsWay() throws Exception {
        Lodged lodged = traffic.lodge();
        byte[] passport =
                Sample.pdf(traffic.canary("half a document"), 3 * SEGMENT).bytes();
        byte[] first = Arrays.copyOf(passport, 2 * SEGMENT + 1000);

        long before = objects();
        try (HeldUpload held = HeldUpload.begin(archive, lodged, first, passport.length)) {
            awaitMoreObjectsThan(before);

            assertNothingRests();
            assertThat(held.isUnanswered()).isTrue();
        }
    }

    /** Returns when the bucket holds an object that was not there before. */
    private void awaitMoreObjectsThan(long before) {
        Patience.until(Duration.ofMinutes(1), "another object", () -> objects() > before);
    }

    private long objects() {
        try (Stream<Path> files = Files.walk(archive.home().resolve("objects"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingRestsAfterTheMachineHasReadAndPeopleHaveSeen() throws Exception {
        String document = traffic.send();

        archive.awaitRead(document);
        archive.staff("officer").content(document, "P-SERVICE").require(200);

        assertNothingRests();
    }

    @Test
    void nothingRestsOfLettersConsentsAndTechnicalData() throws Exception {
        String mail = "From: " + traffic.canary("writer") + "@example.org\r\nSubject: " + traffic.canary("subject")
                + "\r\n\r\n" + traffic.canary("letter") + "\r\n";
        archive.client("portal")
                .post("/api/v1/letters?kind=request", "message/rfc822", mail.getBytes(StandardCharsets.UTF_8))
                .require(201);
        archive.client("portal")
                .post(
                        "/api/v1/consents",
                        "{\"subject\":{\"surname\":\"" + traffic.canary("subscriber") + "\"},\"operator\":\"service\","
                                + "\"purpose\":\"P-INFO\",\"data\":[\"email\"],\"operations\":[\"send\"],\"withdrawal\":\"any day\","
                                + "\"onExpiry\":\"destroyed\",\"email\":\""
                                + traffic.canary("subscriber's address") + "@example.org\"}")
                .require(201);
        archive.client("portal")
                .post(
                        "/api/v1/technical-data",
                        "{\"items\":[{\"capturedAt\":\"" + Instant.now().minusSeconds(60) + "\",\"device\":\""
                                + traffic.canary("device") + "\"}]}")
                .require(201);

        assertNothingRests();
    }

    @Test
    void nothingRestsAfterTheServerWasKilled() throws Exception {
        String document = traffic.send();
        Lodged lodged = traffic.lodge();
        byte[] passport = Sample.pdf(traffic.canary("a document that was cut"), 3 * SEGMENT)
                .bytes();

        try (HeldUpload held = HeldUpload.begin(archive, lodged, passport, passport.length + 1)) {
            assertThat(held.isUnanswered()).isTrue();
            archive.stand().fell(Part.SERVER);

            assertNothingRests();
        } finally {
            archive.stand().begin(Part.SERVER);
        }
        archive.awaitRead(document);
        assertNothingRests();
    }

    @Test
    void nothingRestsAfterAnOrderlyStopOfEverything() throws Exception {
        archive.awaitRead(traffic.send());

        archive.stand().stop(Part.SERVER);
        archive.stand().restart(Part.DATABASE);
        archive.stand().restart(Part.OBJECTS);

        assertNothingRests();
        archive.stand().begin(Part.SERVER);
    }

    @Test
    void nothingRestsAfterTheServerRanOutOfMemory() throws Exception {
        long pid = archive.stand().pid(Part.SERVER);
        Lodged lodged = traffic.lodge();
        byte[] passport =
                Sample.pdf(traffic.canary("a document too many"), 2 * SEGMENT).bytes();
        byte[] first = Arrays.copyOf(passport, SEGMENT - 10_000);

        List<HeldUpload> held = new ArrayList<>();
        try {
            while (isAlive(pid) && held.size() < MOST_OPEN_BODIES) {
                held.add(HeldUpload.begin(archive, lodged, first, passport.length));
            }
            Patience.until(COMES_BACK_WITHIN, "the server ends", () -> !isAlive(pid));
        } catch (IOException diedWhileWeSent) {
            assertThat(isAlive(pid)).isFalse();
        } finally {
            for (HeldUpload one : held) {
                one.close();
            }
        }

        awaitAnother(pid);
        assertNothingRests();
    }

    @Test
    void nothingRestsAfterTheServerAborted() throws Exception {
        for (String signal : List.of("ABRT", "SEGV")) {
            archive.awaitRead(traffic.send());
            long pid = archive.stand().pid(Part.SERVER);

            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();

            awaitAnother(pid);
            assertNothingRests();
        }
    }

    @Test
    @Clause("PRO-1")
    void noFileIsOpenedForWritingButThoseOfTheListDuringUploadAndReading() throws Exception {
        assumeTrue(Strace.isInstalled(), "strace is not installed: what is opened for writing was NOT looked at");
        List<Long> everybody = Stream.of(Part.values())
                .flatMap(part -> archive.family(part).stream())
                .toList();

        try (Strace strace = Strace.on(everybody, traces.resolve("everybody.txt"))) {
            archive.awaitRead(traffic.send());

            assertThat(strace.written()).isNotEmpty().allMatch(this::mayBeWritten);
            assertThat(strace.mountsAt("/scratch")).allMatch(mount -> mount.contains("mount(\"tmpfs\""));
            assertThat(Files.getFileStore(Path.of("/dev/shm")).type()).isEqualTo("tmpfs");
        }
    }

    private boolean mayBeWritten(String file) {
        return Stream.of("log", "transactions", "objects", "postgresql/data")
                        .anyMatch(folder -> file.startsWith(archive.home().resolve(folder) + "/"))
                || file.equals("/dev/null")
                || file.startsWith("/proc/self/")
                || file.startsWith("/dev/shm/")
                || isInACage(file);
    }

    /** A worker's own root: in memory, made and filled by bubblewrap before the parser runs. */
    private static boolean isInACage(String file) {
        return file.startsWith("/newroot/") || file.startsWith("/scratch/");
    }

    @Test
    void generatedPasswordsAreInNoLogAndInNoProcessesEnvironmentOrCommandLine() throws Exception {
        traffic.send();
        PlaintextScanner scanner = new PlaintextScanner(new Secrets(archive).all());

        for (Path log : Disk.all(archive.home().resolve("log"))) {
            scanner.file(log);
        }
        for (Part part : Part.values()) {
            for (long pid : archive.family(part)) {
                scanner.bytes("environment of " + part, Files.readAllBytes(Path.of("/proc/" + pid + "/environ")));
                scanner.bytes("command line of " + part, Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")));
            }
        }

        assertThat(scanner.finds()).isEmpty();
    }

    @Test
    void theScannerFindsWhatIsPlantedInPostgresql() throws Exception {
        Canary compressed = Canary.text("a compressed row");
        Canary cut = Canary.text("a row in pieces");
        Canary deleted = Canary.text("a deleted row");
        Canary logged = Canary.text("a WAL page");
        PlantedRows rows = new PlantedRows(new Secrets(archive).superuser());

        rows.plantCompressed(compressed);
        rows.plantInPieces(cut);
        rows.plantAndDelete(deleted);
        rows.plantThroughWal(logged);
        rows.checkpoint();

        PlaintextScanner scanner = new PlaintextScanner(List.of(compressed, cut, deleted, logged));
        for (Path file : Disk.all(archive.home().resolve("postgresql/data"))) {
            scanner.file(file);
        }
        assertThat(placesOf(compressed, scanner))
                .anyMatch(place -> place.contains("/base/") && place.contains("TOAST"));
        assertThat(placesOf(cut, scanner)).anyMatch(place -> place.contains("/base/") && place.contains("TOAST"));
        assertThat(placesOf(deleted, scanner)).anyMatch(place -> place.contains("/base/"));
        assertThat(placesOf(logged, scanner)).anyMatch(place -> place.contains("/pg_wal/"));

        PlaintextScanner text = new PlaintextScanner(List.of(compressed, cut));
        new DatabaseText(new Secrets(archive).superuser()).readBy(text);
        assertThat(text.finds()).extracting(Find::canary).contains(compressed, cut);
        rows.remove();
    }

    private static List<String> placesOf(Canary canary, PlaintextScanner scanner) {
        return scanner.finds().stream()
                .filter(find -> find.canary().equals(canary))
                .map(Find::place)
                .toList();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Returns when the stand has put another server in the place of that one. */
    private void awaitAnother(long pid) throws InterruptedException {
        Patience.until(COMES_BACK_WITHIN, "the server ends", () -> !isAlive(pid));
        Patience.until(
                COMES_BACK_WITHIN, "another server", () -> archive.stand().pid(Part.SERVER) != pid);
        archive.stand().awaitReady(Part.SERVER, COMES_BACK_WITHIN);
    }

    private void assertNothingRests() throws Exception {
        PlaintextScanner scanner = new PlaintextScanner(traffic.canaries());
        List<Path> changed = disk.changed();
        for (Path path : changed) {
            scanner.file(path);
        }
        new DatabaseText(new Secrets(archive).superuser()).readBy(scanner);

        assertThat(scanner.finds()).as("openings: " + traffic.openings()).isEmpty();
        assertThat(changed).as("dumps of memory").noneMatch(this::isDump);
    }

    private boolean isDump(Path path) {
        return Files.isRegularFile(path)
                && path.getFileName().toString().matches("core(\\.[0-9]+)?|.*\\.hprof|hs_err.*|replay_pid.*|.*\\.mdmp");
    }
}
