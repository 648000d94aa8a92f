package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class ApplicantScenarioIT {
    private static final int ASYLUM_DAYS = 10; // policy, REF, apply_within

    @Test
    @DisplayName("AP-1: a complete work-permit file gives number and password, is stored encrypted, checklist 7 of 7")
    @Clause("COL-2")
    void aCompleteFileIsStoredEncryptedAndTheChecklistShowsSevenOfSeven(RunningArchive archive) throws IOException {
        Map<Path, Long> before = Bucket.of(archive).listing();

        WorkPermit permit = WorkPermit.complete(archive, "RD-1", "AP-1-mark");

        assertThat(permit.lodged().number()).isNotBlank();
        assertThat(permit.lodged().accessCode()).hasSizeGreaterThanOrEqualTo(12); // 60 random bits, 5 a character
        JsonObject status = archive.stranger()
                .get(permit.lodged().path(), permit.lodged().asOwner())
                .require(200)
                .json();
        List<JsonObject> required = status.getJsonArray("checklist").getValuesAs(JsonObject.class).stream()
                .filter(line -> line.getBoolean("required"))
                .toList();
        assertThat(required)
                .hasSize(7)
                .noneMatch(line -> line.getString("state").equals("missing"));
        List<Path> stored = Bucket.of(archive).documents().stream()
                .filter(file -> !before.containsKey(file))
                .toList();
        assertThat(stored).hasSize(7);
        for (Path object : stored) {
            assertThat(new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1))
                    .doesNotContain("AP-1-mark")
                    .doesNotContain("%PDF")
                    .doesNotContain("JFIF");
        }
    }

    @Test
    @DisplayName("AP-10: an asylum seeker filing on day 14 is taken in, flagged late, free of charge")
    void whoSeeksAsylumOnDayFourteenIsTakenInAndFlaggedLate(RunningArchive archive) {
        JsonObject late = archive.client("portal")
                .post("/api/v1/applications", asylum(ASYLUM_DAYS + 4))
                .require(201)
                .json();
        JsonObject inTime = archive.client("portal")
                .post("/api/v1/applications", asylum(ASYLUM_DAYS))
                .require(201)
                .json();

        assertThat(late.getJsonArray("warnings").toString()).contains("filed-late");
        assertThat(inTime.getJsonArray("warnings").toString()).doesNotContain("filed-late");
        assertThat(late.getJsonArray("checklist").toString())
                .as("nothing is to be paid")
                .doesNotContain("payment_receipt");
        String path = "/api/v1/applications/" + late.getString("number");
        archive.portal()
                .uploaded(
                        new Lodged(late.getString("number"), late.getString("accessCode")),
                        "identity_document",
                        Sample.pdf("late, and taken in"));
        String assigned =
                "update archive.case_file set officer = 'refugee' where id = (select case_id from archive.document"
                        + " where kind = 'identity_document' order by received_at desc, id limit 1)";
        LogBook.of(archive).execute(assigned);
        assertThat(archive.client("refugee")
                        .get(path + "?purpose=P-SERVICE")
                        .require(200)
                        .json()
                        .getBoolean("filedLate"))
                .isTrue();
    }

    @Test
    @DisplayName("AP-3: of a blurred passport page the reply names the failed test, and the applicant may replace it")
    void ofABlurredPageTheFailedTestIsNamedAndItMayBeReplaced(RunningArchive archive) throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Bulanıq"));
        Sample blurred = new Sample("image/jpeg", Photos.ofPassport(4));
        String first = archive.portal().uploaded(lodged, "passport", blurred);
        JsonObject described = archive.awaitRead(first).json();

        JsonObject told = passportLine(archive, lodged);

        assertThat(told.getJsonArray("reasons").toString()).contains("not-legible");
        assertThat(Integer.parseInt(described.getJsonObject("metadata").getString("quality:blur")))
                .isGreaterThanOrEqualTo(20);
        Answer second = archive.stranger()
                .post(
                        lodged.path() + "/documents?kind=passport&replaces=" + first,
                        "image/jpeg",
                        Photos.ofPassport(0),
                        lodged.asOwner());
        archive.awaitRead(second.require(201).json().getString("id"));
        assertThat(passportLine(archive, lodged).getJsonArray("reasons").toString())
                .doesNotContain("not-legible");
    }

    /** As the applicant sees it. */
    private static JsonObject passportLine(RunningArchive archive, Lodged lodged) {
        return archive
                .stranger()
                .get(lodged.path(), lodged.asOwner())
                .require(200)
                .json()
                .getJsonArray("checklist")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(line -> line.getString("kind").equals("passport"))
                .findFirst()
                .orElseThrow();
    }

    private static String asylum(int daysAgo) {
        return """
                {"service":"REF","unit":"HQ","channel":"portal","arrivedOn":"%s","parties":[
                 {"role":"applicant","surname":"Gec","givenNames":"Ramin","birthDate":"1984-02-29","nationality":"IRN",
                  "documentNumber":"%s"}]}""".formatted(
                        LocalDate.now(ZoneId.of("Asia/Baku")).minusDays(daysAgo),
                        UUID.randomUUID().toString().substring(24));
    }

    @Test
    @DisplayName("AP-2: a DOCX renamed .pdf is refused with the detected type, and nothing is stored")
    void aDocxRenamedPdfIsRefusedWithTheDetectedTypeAndNothingIsStored(RunningArchive archive) throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Əliyev"));
        Sample renamed = new Sample("application/pdf", docx());
        Map<Path, Long> objects = Bucket.of(archive).listing();
        LogBook.Mark log = LogBook.of(archive).mark();

        Answer asForm = archive.portal().uploadAsForm(lodged, "passport", "passport.pdf", renamed);
        Answer raw = archive.portal().upload(lodged, "passport", renamed);

        for (Answer answer : List.of(asForm, raw)) {
            answer.requireProblem(415, "type-not-accepted");
            assertThat(answer.json().getString("detected"))
                    .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        }
        assertThat(Bucket.of(archive).listing()).isEqualTo(objects);
        assertThat(documentsOf(archive, lodged)).isEmpty();
        assertThat(log.since().stream()
                        .filter(entry -> entry.publicPart().rule().equals("intake.type-not-accepted")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<JsonObject> documentsOf(RunningArchive archive, Lodged lodged) {
        return archive.staff("officer")
                .view(lodged, "P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("documents")
                .getValuesAs(JsonObject.class);
    }

    /** The least of a WordprocessingML package (ECMA-376, part 2). */
    private static byte[] docx() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            add(zip, "_rels/.rels", "<Relationships/>");
            add(
                    zip,
                    "word/document.xml",
                    "<w:document><w:body><w:p><w:r><w:t>Ərizə</w:t></w:r></w:p></w:body></w:document>");
        }
        return file.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
