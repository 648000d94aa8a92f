package muhafiz.itest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.itest.load.hostile.Crime;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 7: a hostile file harms nobody. Parsers run in another process with hard limits; the archive answers on. The archive under
 * test has a parser that was taken over before its real ones ({@link PlantedReader}), a shorter time limit, and takes letters.
 */
class HostileFileIT {
    private static final Path PLANTED = Path.of("target", "hostile-reader").toAbsolutePath();
    private static final Path CONFIG = Path.of("target", "hostile-config").toAbsolutePath();

    private static RunningArchive archive;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("hostile", settings -> {
            ChangedConfig config = ChangedConfig.of(settings, CONFIG)
                    .with("archive.properties", "sandbox.time-limit=PT15S", "sandbox.time-limit=PT8S")
                    .with(
                            "policy.yaml",
                            "size_mm: \"35x45",
                            "formats: [image/jpeg, " + Traps.LETTER + "], size_mm: \"35x45");
            return PlantedReader.in(settings.withConfig(config.folder()), PLANTED);
        });
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({
        "LOOP, -, timeout",
        "FILL_MEMORY, -, out-of-memory",
        "EXIT, 7, exited",
        "EXIT, 134, crashed",
        "FLOOD_OUTPUT, -, bad-answer",
        "ANNOUNCE_TWO_GIGABYTES, -, output-limit",
    })
    void aDocumentThatKillsItsParserIsPutAsideAndKept(Crime crime, String object, String reason) {
        Sample hostile = pdf(crime.document(object));
        Lodged lodged = lodge();
        String id = archive.portal().uploaded(lodged, "passport", hostile);

        Answer described = archive.awaitRead(id);

        assertThat(MachineRead.state(described)).as("%s", described).isEqualTo("quarantined");
        assertThat(MachineRead.reasons(described)).containsExactly(reason);
        comesBackAsItWas(id, hostile);
        theNextHonestDocumentIsRead(lodged);
    }

    @Test
    void whatAParserStartsDiesWithIt() {
        String name = "lingerer-" + UUID.randomUUID();
        Sample hostile = pdf(Crime.START_LINGERER_AND_EXIT.document(name));
        String id = archive.portal().uploaded(lodge(), "passport", hostile);

        Answer described = archive.awaitRead(id);

        assertThat(MachineRead.reasons(described)).as("%s", described).containsExactly("exited");
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains(name)))
                .isEmpty();
    }

    @Test
    void whereThereIsNoWallTheArchiveSaysSo() {
        Wall wall = Wall.of(archive);

        assertThat(wall.stands() || wall.isReportedMissing())
                .as("%s", wall.said())
                .isTrue();
    }

    static Stream<Target> targets() throws IOException {
        return Target.of(archive);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aParserThatWasTakenOverCannotReach(Target target) {
        assumeTrue(Wall.of(archive).stands(), "there is no wall here, and the archive says so");
        String id = archive.portal()
                .uploaded(lodge(), "passport", pdf(target.crime().document(target.object())));

        Answer described = archive.awaitRead(id);

        assertThat(MachineRead.title(described)).as("%s", described).startsWith("refused");
    }

    @Test
    void whatOneDocumentLeavesBehindTheNextDoesNotFind() {
        assumeTrue(Wall.of(archive).stands(), "there is no wall here, and the archive says so");
        String name = "left-" + UUID.randomUUID();
        Lodged lodged = lodge();
        String first = archive.portal().uploaded(lodged, "passport", pdf(Crime.LEAVE.document(name)));
        String left = MachineRead.title(archive.awaitRead(first));

        String next = archive.portal().uploaded(lodged, "passport", pdf(Crime.LOOK.document(name)));
        String others = archive.portal().uploaded(lodge(), "passport", pdf(Crime.LOOK.document(name)));

        assertThat(left).isIn("done 1", "done 2", "done 3", "done 4");
        assertThat(MachineRead.title(archive.awaitRead(next))).startsWith("refused");
        assertThat(MachineRead.title(archive.awaitRead(others))).startsWith("refused");
    }

    @Test
    void whileEveryWorkerIsStuckHonestCallsSucceed() {
        Lodged honest = lodge();
        Sample before = Sample.pdf("received before");
        String earlier = archive.portal().uploaded(honest, "passport", before);
        archive.awaitRead(earlier);
        StuckWorkers stuck = StuckWorkers.in(archive, lodge());

        Sample during = Sample.pdf("received meanwhile");
        String id = archive.portal().uploaded(honest, "application_form", during);
        comesBackAsItWas(id, during);
        comesBackAsItWas(earlier, before);
        archive.staff("officer").describe(earlier, "P-SERVICE").require(200);
        archive.staff("officer").view(honest, "P-SERVICE").require(200);
        archive.auditor().page(0, 10).require(200);

        assertThat(stuck.areStillStuck())
                .as("the workers were stuck all the while")
                .isTrue();
        isReadByMachine(archive.awaitRead(id), "received meanwhile");
        stuck.documents()
                .forEach(each ->
                        assertThat(MachineRead.reasons(archive.awaitRead(each))).containsExactly("timeout"));
    }

    @Test
    void aZipBombIsKeptUnread() {
        isKeptUnread("photo", Traps.zipBomb());
    }

    @Test
    void aZipWhereNoneIsTakenMeetsNoParserAtAll() {
        archive.portal().upload(lodge(), "passport", Traps.zipBomb()).requireProblem(415, "type-not-accepted");
    }

    @Test
    void aPdfThatUnpacksToHalfAGigabyteHarmsNobody() {
        Lodged lodged = lodge();
        Sample bomb = Traps.pdfBomb();
        String id = archive.portal().uploaded(lodged, "passport", bomb);

        archive.awaitRead(id);

        comesBackAsItWas(id, bomb);
        theNextHonestDocumentIsRead(lodged);
    }

    @Test
    void aPdfOfAHundredThousandPagesIsKeptUnread() {
        isKeptUnread("passport", Traps.pdfOfPages(100_000));
    }

    @Test
    void aBrokenPhotoIsKeptUnread() {
        isKeptUnread("photo", Traps.brokenJpeg());
    }

    private static void isKeptUnread(String kind, Sample hostile) {
        Lodged lodged = lodge();
        String id = archive.portal().uploaded(lodged, kind, hostile);

        Answer described = archive.awaitRead(id);

        assertThat(MachineRead.state(described)).isIn("quarantined", "inspected");
        assertThat(MachineRead.reasons(described)).as("%s", described).isNotEmpty();
        assertThat(described.json().getJsonObject("metadata")).isEmpty();
        comesBackAsItWas(id, hostile);
        theNextHonestDocumentIsRead(lodged);
    }

    private static void theNextHonestDocumentIsRead(Lodged lodged) {
        String id = archive.portal().uploaded(lodged, "application_form", Sample.pdf("honest"));
        isReadByMachine(archive.awaitRead(id), "honest");
    }

    private static void isReadByMachine(Answer described, String title) {
        assertThat(MachineRead.state(described)).as("%s", described).isEqualTo("inspected");
        assertThat(MachineRead.title(described)).isEqualTo(title);
    }

    private static void comesBackAsItWas(String id, Sample sent) {
        assertThat(archive.staff("officer")
                        .content(id, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(sent.bytes());
    }

    private static Sample pdf(byte[] bytes) {
        return new Sample("application/pdf", bytes);
    }

    private static Lodged lodge() {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Zərərli"));
    }
}
