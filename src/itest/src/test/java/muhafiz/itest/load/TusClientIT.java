package muhafiz.itest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.OpenCall;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.Tus;
import muhafiz.stand.Part;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The public tus-js-client brings a large document over a line that breaks, to an archive that dies meanwhile; and what a client abandons is
 * gone after its term.
 */
class TusClientIT {
    private static final int LENGTH = 100 << 20;
    private static final int CUTS = 20;
    private static final long SEED = 20_261_123;
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);
    private static final Duration DID_NOT_HANG = Duration.ofMinutes(10);
    private static final Path CLIENT = Path.of("target", "tus").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "send.js");

    private static RunningArchive archive;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start(
                "tus",
                settings -> settings.withConfig(ChangedConfig.of(
                                settings, Path.of("target", "tus-config").toAbsolutePath())
                        .with("policy.yaml", "mrz: required, validity", "mrz: required, max_bytes: 134217728, validity")
                        .folder()));
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
        PrivateFiles.remove(archive.home().resolve("objects"));
    }

    @Test
    void aHundredMegabytesComeWholeOverALineCutTwentyTimesToAnArchiveKilledTwice() throws Exception {
        assumeTrue(
                isInstalled("node") && isInstalled("npm"), "node and npm are not installed: tus-js-client did NOT run");
        install();
        Path file = CLIENT.resolve("passport.pdf");
        Files.copy(new GeneratedBody(SEED, LENGTH), file);
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Uzaqlı"));

        Process client;
        try (FlakyLine line = new FlakyLine(archive.api(), CUTS, SEED)) {
            client = send(line, lodged, file);
            for (long killedAfter : new long[] {LENGTH / 4L, LENGTH / 2L}) {
                Patience.until(
                        DID_NOT_HANG, "so much has come", () -> line.carried() > killedAfter || !client.isAlive());
                archive.stand().kill(Part.SERVER);
                archive.stand().awaitReady(Part.SERVER, BACK_WITHIN);
            }
            assertThat(client.waitFor(DID_NOT_HANG.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(line.cuts()).isEqualTo(CUTS);
            assertThat(line.carried()).as("what came need not be sent again").isLessThan(LENGTH * 2L);
        }

        String said = Files.readString(CLIENT.resolve("client.log"));
        assertThat(client.exitValue()).as(said).isZero();
        String upload = said.trim().replaceFirst("^http://[^/]+", "");
        String document = new Tus(archive.client("portal"))
                .look(upload)
                .header("Link")
                .orElseThrow()
                .replaceAll("</api/v1/documents/(.*)>.*", "$1");
        assertThat(download(document)).isEqualTo(sha256(Files.newInputStream(file)));
        assertThat(objects(upload)).isZero();
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void install() throws IOException, InterruptedException {
        PrivateFiles.remove(CLIENT);
        Files.createDirectories(CLIENT);
        for (String name : FILES) {
            Files.copy(Path.of("src", "test", "tus", name), CLIENT.resolve(name));
        }
        Path said = CLIENT.resolve("npm.log");
        int status = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(said)).isZero();
    }

    private static Process send(FlakyLine line, Lodged lodged, Path file) throws IOException {
        Client portal = archive.client("portal");
        String endpoint = line.address() + Tus.UPLOADS + "?kind=passport&application=" + lodged.number();
        return new ProcessBuilder(
                        "node",
                        "send.js",
                        endpoint,
                        file.toString(),
                        portal.authorization().orElseThrow())
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(CLIENT.resolve("client.log").toFile())
                .start();
    }

    private static String download(String document) throws Exception {
        Client officer = archive.client("officer");
        String path = "/api/v1/documents/" + document + "/content?purpose=P-SERVICE";
        return sha256(officer.open(officer.request(path).build()).body());
    }

    private static String sha256(InputStream bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream body = new DigestInputStream(bytes, digest)) {
            body.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A client that hears "no such upload" begins anew, or gives up. */
    @Test
    void whileTheArchiveStartsNobodyIsToldThatThereIsNoSuchThing() throws Exception {
        String path = Tus.UPLOADS + "/00000000-0000-4000-8000-000000000000?application=1";
        Set<Integer> told = new TreeSet<>();
        archive.stand().kill(Part.SERVER);
        ExecutorService waiting = Executors.newSingleThreadExecutor();
        Future<?> ready = waiting.submit(() -> {
            archive.stand().awaitReady(Part.SERVER, BACK_WITHIN);
            return path;
        });

        while (!ready.isDone()) {
            status(path).ifPresent(told::add);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        waiting.shutdown();
        ready.get();

        assertThat(told).contains(401).isSubsetOf(401, 503);
    }

    /** What a stranger is answered; empty where nobody listens. */
    private static Optional<Integer> status(String path) {
        try (OpenCall call = OpenCall.begin(archive.stranger(), "HEAD", path, "Connection", "close")) {
            return Optional.of(call.status());
        } catch (RuntimeException nobody) {
            return Optional.empty();
        }
    }

    @Test
    void abandonedPartsAreGoneAfterTheirTermAndMeanwhileNothingIsInClear() throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Yarımçıq"));
        Tus tus = new Tus(archive.client("portal"));
        byte[] passport = Sample.pdf("canary-of-abandoned-parts", 2_000_000).bytes();
        String upload = tus.begun(lodged, "passport", passport.length + 1L);
        tus.append(upload, 0, passport).require(204);
        LogBook book = LogBook.bySuperuser(archive);
        String leaf = text(book, "select leaf_id from archive.upload where id = '" + id(upload) + "'");
        for (Path file : files(upload)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain("canary-of-abandoned", "%PDF");
        }
        assertThat(objects(upload)).isEqualTo(4);

        book.execute("update archive.upload set ends_at = now() where id = '" + id(upload) + "'");
        Tasks.run(book, "sweeps");

        assertThat(objects(upload)).isZero();
        assertThat(text(book, "select count(*) from archive.upload where id = '" + id(upload) + "'"))
                .isEqualTo("0");
        assertThat(text(book, "select count(*) from keyring.leaf where id = '" + leaf + "'"))
                .isEqualTo("0");
        assertThat(text(book, "select count(*) from keyring.tombstone where leaf_id = '" + leaf + "'"))
                .isEqualTo("1");
    }

    private static String text(LogBook book, String question) {
        StringBuilder text = new StringBuilder();
        book.query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }

    private static String id(String upload) {
        return upload.substring(Tus.UPLOADS.length() + 1, upload.indexOf('?'));
    }

    private static long objects(String upload) {
        return files(upload).size();
    }

    private static List<Path> files(String upload) {
        return Bucket.of(archive).listing().keySet().stream()
                .filter(file -> file.toString().contains(id(upload)))
                .toList();
    }
}
