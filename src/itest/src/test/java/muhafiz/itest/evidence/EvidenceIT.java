package muhafiz.itest.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.evidence.DssJudge.Verdict;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.DataObject;
import muhafiz.proof.evidence.EvidenceCheck;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.stand.Part;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One life of evidence on a running archive, in its order: made, neighbours destroyed, time stamp renewed, hash renewed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceIT {
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final int SEVERAL_PIECES = 2_500_000;

    private static RunningArchive archive;
    private static ChangedConfig config;
    private static String survivor;
    private static String tampered;
    private static Stored stored;
    private static List<String> neighbours;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("evidence", settings -> {
            config = ChangedConfig.of(
                            settings, Path.of("target", "evidence-config").toAbsolutePath())
                    .with("archive.properties", "evidence.renew-before=P90D", "evidence.renew-before=P2000D");
            return settings.withConfig(config.folder());
        });
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Subutova"));
        survivor = archive.portal().uploaded(lodged, "passport", Sample.pdf("survives", SEVERAL_PIECES));
        neighbours = List.of(
                archive.portal().uploaded(lodged, "photo", Sample.jpeg("dies")),
                archive.portal().uploaded(lodged, "application_form", Sample.pdf("dies too")));
        tampered = archive.portal().uploaded(lodged, "employment_contract", Sample.pdf("is changed"));
        stored = Stored.in(archive.home(), versionOf(survivor));
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    private static Nights nights() {
        return new Nights(archive);
    }

    private static Answer evidenceOf(String document) {
        return auditor().get("/api/v1/documents/" + document + "/evidence?purpose=P-OVERSIGHT");
    }

    private static Client auditor() {
        return archive.client("auditor");
    }

    private static Anchors anchors() {
        try {
            return Anchors.read(Files.readAllBytes(archive.home().resolve("secrets/timestamp-anchor")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvidenceCheck.Finding checked(byte[] record) {
        List<DataObject> objects =
                List.of(DataObject.bytes("ciphertext", stored.ciphertext()), DataObject.bytes("label", stored.label()));
        return new EvidenceCheck(anchors(), Instant.now().plusSeconds(1)).check(record, objects);
    }

    private static void assertSurvivorHolds(int stamps) {
        byte[] record = evidenceOf(survivor).require(200).body();
        assertThat(checked(record))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Finding.Holds.class,
                        holds -> assertThat(holds.stamps()).isEqualTo(stamps));
        assertThat(new DssJudge(anchors()).judge(record, stored.objects())).matches(Verdict::passes);
    }

    @Test
    @Order(1)
    void beforeItsFirstNightADocumentHasNoEvidence() {
        evidenceOf(survivor).requireProblem(404, "not-found");
    }

    @Test
    @Order(2)
    void evidenceIsMadeInTheNightAndAcceptedByOthers() {
        nights().pass();

        assertSurvivorHolds(1);
        neighbours.forEach(document -> evidenceOf(document).require(200));
        Verdict ofAnother =
                new DssJudge(anchors()).judge(evidenceOf(neighbours.get(0)).body(), stored.objects());
        assertThat(ofAnother.passes()).isFalse();
        assertThat(ofAnother.orphans()).isPositive();
    }

    @Test
    @Order(3)
    void theDataProtectionOfficerReadsItWithAReferenceAndOthersDoNot() {
        String path = "/api/v1/documents/" + survivor + "/evidence?purpose=P-OVERSIGHT";

        archive.client("dpo").get(path).requireProblem(400, "ref-required");
        archive.client("dpo").get(path + "&ref=AUD-1").require(200);
        archive.client("officer").get(path).requireProblem(403, "purpose-not-granted");
    }

    @Test
    @Order(4)
    void theLogsCheckpointIsStampedAndAcceptedByOthers() {
        String path = "/log/evidence/" + LocalDate.now(ZoneOffset.UTC);

        byte[] record =
                auditor().get(path + "?purpose=P-OVERSIGHT").require(200).body();
        byte[] note = auditor()
                .get(path + "/checkpoint?purpose=P-OVERSIGHT")
                .require(200)
                .body();

        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(new String(note, UTF_8)).text());
        assertThat(checkpoint.size()).isPositive();
        assertThat(new EvidenceCheck(anchors(), Instant.now().plusSeconds(1))
                        .check(record, List.of(DataObject.bytes("checkpoint", note))))
                .isInstanceOf(EvidenceCheck.Finding.Holds.class);
        assertThat(new DssJudge(anchors()).judge(record, List.of(note))).matches(Verdict::passes);
        assertThat(copy("timestamps/" + LocalDate.now(ZoneOffset.UTC))).isEqualTo(record);
        auditor().get("/log/evidence/1999-01-01?purpose=P-OVERSIGHT").requireProblem(404, "not-found");
        auditor().get("/log/evidence/today?purpose=P-OVERSIGHT").require(400);
    }

    private static byte[] copy(String path) {
        try {
            return Files.readAllBytes(
                    archive.home().resolve("objects/muhafiz/log").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(5)
    void aSecondNightChangesNothing() {
        byte[] before = evidenceOf(survivor).body();

        nights().pass();

        assertThat(evidenceOf(survivor).body()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void evidenceOfADocumentSurvivesTheDestructionOfItsNeighbours() {
        destroy();

        neighbours.forEach(document -> evidenceOf(document).requireProblem(404, "not-found"));
        assertThat(nights().text("select count(*) from archive.document_evidence"))
                .isEqualTo("2");
        assertSurvivorHolds(1);
    }

    private static void destroy() {
        String named = "'" + String.join("','", neighbours) + "'";
        LogBook.of(archive).execute("""
                begin;
                insert into archive.destruction_order (id, ground, ordered_at, state)
                    values ('00000000-0000-4000-8000-000000000001', 'test', now(), 'ordered');
                insert into archive.destruction_target (order_id, kind, target_id)
                    select '00000000-0000-4000-8000-000000000001', 'document', id from archive.document where id in (%s);
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('destroy', '00000000-0000-4000-8000-000000000001', now(), false, 1);
                commit""".formatted(named));
        Patience.until(
                WITHIN,
                "the order is carried out",
                () -> nights().text("select state from archive.destruction_order")
                        .equals("objects-deleted"));
    }

    @Test
    @Order(7)
    void theTimeStampIsRenewedBeforeItsSignerEnds() throws IOException {
        archive.stand().fell(Part.TIMESTAMPS);
        Path secret = archive.home().resolve("secrets/timestamp-authority");
        AuthorityKeys keys = AuthorityKeys.read(Files.readString(secret));
        PrivateFiles.write(secret, keys.withAnotherStamper(Instant.now()).secret());
        archive.stand().begin(Part.TIMESTAMPS);

        nights().pass();

        assertSurvivorHolds(2);
    }

    @Test
    @Order(8)
    void theHashIsRenewedWhenAStrongerOneIsWantedAndTheBytesAreStillThose() throws IOException {
        changeAByteOf(tampered);
        config.with("archive.properties", "evidence.hash=SHA-256", "evidence.hash=SHA-512");
        archive.stand().restart(Part.SERVER);

        nights().pass();

        assertSurvivorHolds(3);
        assertThat(EvidenceRecord.parse(evidenceOf(survivor).body()).hash()).isEqualTo(EvidenceHash.SHA_512);
        assertThat(EvidenceRecord.parse(evidenceOf(tampered).body()).hash()).isEqualTo(EvidenceHash.SHA_256);
    }

    private static void changeAByteOf(String document) throws IOException {
        Path piece = archive.home()
                .resolve("objects/muhafiz")
                .resolve(versionOf(document))
                .resolve("original/0");
        try (FileChannel file = FileChannel.open(piece, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer first = ByteBuffer.allocate(1);
            file.read(first, 0);
            first.put(0, (byte) (first.get(0) ^ 1)).rewind();
            file.write(first, 0);
        }
    }

    private static String versionOf(String document) {
        return nights().text("select version_id from archive.document where id = '" + document + "'");
    }

    @Test
    @Order(9)
    void withoutAnAuthorityTheArchiveSaysSoAndGoesOn() {
        config.with("archive.properties", "evidence.tsa.url=", "evidence.tsa.url=none");
        archive.stand().restart(Part.SERVER);

        assertThat(archive.management().get("/health/ready").require(200).text())
                .contains("no-time-stamp-authority");
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Saatsizova"));
        String later = archive.portal().uploaded(lodged, "passport", Sample.pdf("without a stamp"));
        nights().pass();
        evidenceOf(later).requireProblem(404, "not-found");
        assertSurvivorHolds(3);
    }
}
