package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passport comes in sealed, is read, is shown for a purpose, and every step is on record. */
@ExtendWith(SharedArchive.class)
class MainJobIT {
    private static final Sample PASSPORT = Sample.pdf("Passport of the main job");
    private static final Sample PHOTO = Sample.jpeg("Photo of the main job");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void thePassportIsReceivedReadShownForAPurposeAndEveryStepIsLogged(RunningArchive archive) {
        LogBook.Mark before = LogBook.of(archive).mark();

        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Məmmədova"));
        String id = archive.portal().uploaded(lodged, "passport", PASSPORT);
        archive.awaitRead(id);
        Answer content = archive.staff("officer").content(id, "P-SERVICE").require(200);

        assertThat(content.body()).isEqualTo(PASSPORT.bytes());
        List<String> actions = before.allSince().stream()
                .map(entry -> entry.publicPart().action())
                .toList();
        assertThat(actions).contains("ingest", "inspect", "read_meta", "read_content");
        assertThat(actions.stream().filter("ingest"::equals)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theReceiptNamesWhatCameAndWhereTheLogHoldsIt(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Həsənli"));

        Answer answer = archive.portal().upload(lodged, "photo", PHOTO).require(201);

        JsonObject json = answer.json();
        assertThat(answer.header("Location")).contains("/api/v1/documents/" + json.getString("id"));
        assertThat(json.getString("kind")).isEqualTo("photo");
        assertThat(json.getInt("size")).isEqualTo(PHOTO.bytes().length);
        assertThat(json.getString("sha256")).isEqualTo(Bytes.sha256(PHOTO.bytes()));
        assertThat(json.getString("state")).isEqualTo("received");
        JsonObject receipt = json.getJsonObject("receipt");
        long place = receipt.getJsonNumber("seq").longValue();
        assertThat(LogBook.of(archive).leafHashAt(place)).isEqualTo(receipt.getString("leafHash"));
    }

    @Test
    @Clause({"COL-8", "SCO-5"})
    void whatTheMachineReadIsShownInTheFieldsOwnTerms(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Nəsirova"));
        String pdf = archive.portal().uploaded(lodged, "passport", PASSPORT);
        String jpeg = archive.portal().uploaded(lodged, "photo", PHOTO);

        JsonObject ofPdf = archive.awaitRead(pdf).json();
        JsonObject ofJpeg = archive.awaitRead(jpeg).json();

        assertThat(ofPdf.getString("state")).isEqualTo("inspected");
        assertThat(ofPdf.getString("sha256")).isEqualTo(Bytes.sha256(PASSPORT.bytes()));
        assertThat(ofPdf.getJsonObject("metadata").toString()).contains("Passport of the main job");
        assertThat(ofJpeg.getString("state")).isEqualTo("inspected");
        assertThat(ofJpeg.getJsonObject("metadata").toString()).contains("120").contains("160");
        for (String known :
                List.of("class", "retention", "source", "purpose", "basis", "policyVersion", "size", "copies")) {
            assertThat(ofPdf).containsKey(known);
        }
        assertThat(ofPdf.getString("source")).isEqualTo("migration.gov.az");
        assertThat(ofPdf.getString("purpose")).isEqualTo("P-SERVICE");
        assertThat(ofPdf.getString("basis")).isEqualTo("LB-LAW");
        assertThat(ofPdf.getInt("policyVersion")).isEqualTo(1);
    }

    @Test
    void aRangeGivesExactlyThoseBytes(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Abbasov"));
        String id = archive.portal().uploaded(lodged, "passport", PASSPORT);

        Answer part = archive.staff("officer").content(id, "P-SERVICE", "Range", "bytes=5-14");

        part.require(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(PASSPORT.bytes(), 5, 15));
        assertThat(part.header("Content-Range")).contains("bytes 5-14/" + PASSPORT.bytes().length);
    }

    @Test
    @Clause({"USE-1..6", "SCO-3"})
    void withoutAPurposeNothingIsShown(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Rzayev"));
        String id = archive.portal().uploaded(lodged, "passport", PASSPORT);

        archive.client("officer").get("/api/v1/documents/" + id + "/content").requireProblem(400, "purpose-required");
        archive.client("officer").get("/api/v1/documents/" + id).requireProblem(400, "purpose-required");
        archive.client("officer").get(lodged.path()).requireProblem(400, "purpose-required");
    }

    @Test
    void theAuditorSeesTheStepsButNotWhomTheyConcern(RunningArchive archive) {
        long before = archive.auditor().newest();
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Kərimova"));
        String id = archive.portal().uploaded(lodged, "passport", PASSPORT);
        archive.staff("officer").content(id, "P-SERVICE").require(200);

        String log = Patience.until(
                SOON, () -> archive.auditor().entries(before).toString(), text -> text.contains("read_content"));

        assertThat(log).contains("\"action\":\"ingest\"").contains("\"purpose\":\"P-SERVICE\"");
        assertThat(log).doesNotContain("Kərimova").doesNotContain(id).doesNotContain(lodged.number());
    }

    @Test
    void theHeadAloneTellsTheSameAsTheWhole(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Orucova"));
        String id = archive.portal().uploaded(lodged, "passport", PASSPORT);

        Answer head = archive.client("officer").head(Staff.contentPath(id, "P-SERVICE"));

        head.require(200);
        assertThat(head.header("Content-Length")).contains(Integer.toString(PASSPORT.bytes().length));
        assertThat(head.header("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
    }
}
