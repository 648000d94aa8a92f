package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Access in an emergency, of an officer of RD-2 to a case of RD-1. */
@ExtendWith(SharedArchive.class)
class BreakGlassIT {
    private static final String PATH = "/api/v1/break-glass";
    private static final Duration SOON = Duration.ofSeconds(60);

    private LogBook book;
    private Lodged lodged;
    private String document;

    @BeforeEach
    void aCaseOfAnotherUnit(RunningArchive archive) {
        book = LogBook.bySuperuser(archive);
        lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Təciliyeva"));
        document = archive.portal().uploaded(lodged, "passport", Sample.pdf("in an emergency"));
    }

    @Test
    @DisplayName("OF-8: an emergency: access lasts 30 minutes, the DPO is told, a second person confirms in 24 h")
    void accessLastsThirtyMinutesTheDpoIsToldAndASecondPersonConfirms(RunningArchive archive) {
        archive.staff("officer2").content(document, "P-SERVICE").requireProblem(404, "not-found");
        Instant before = Instant.now();

        JsonObject broken =
                breakGlass(archive, "officer2", "P-SERVICE").require(201).json();

        String id = broken.getString("id");
        assertThat(Instant.parse(broken.getString("until")))
                .isBetween(before.plusSeconds(30 * 60 - 2), Instant.now().plusSeconds(30 * 60));
        archive.staff("officer2").content(document, "P-SERVICE").require(200);
        assertThat(told(archive, id).orElseThrow())
                .containsEntry("application", jakarta.json.Json.createValue(lodged.number()))
                .containsEntry("reason", jakarta.json.Json.createValue("the person is in danger"))
                .containsEntry("state", jakarta.json.Json.createValue("open"));
        archive.client("supervisor").post(PATH + "/" + id + "/confirmation", "").require(204);
        assertThat(told(archive, id).orElseThrow().getString("state")).isEqualTo("confirmed");

        book.execute("update archive.broken_glass set until = now() where id = '" + id + "'");
        archive.staff("officer2").content(document, "P-SERVICE").requireProblem(404, "not-found");
    }

    @Test
    @DisplayName("OF-8: … or it is reported")
    void whatNobodyConfirmsWithinADayIsReported(RunningArchive archive) {
        String id =
                breakGlass(archive, "officer2", "P-SERVICE").require(201).json().getString("id");
        assertThat(warnings(archive)).contains("break-glass-open");
        LogBook.Mark log = book.mark();

        book.execute("update archive.broken_glass set broken_at = broken_at - interval '24 hours 1 minute' where id = '"
                + id + "'");
        book.execute("update archive.scheduled_tasks set execution_time = now() where task_name = 'sweeps'");
        Patience.until(
                SOON,
                "it is reported",
                () -> told(archive, id).orElseThrow().getString("state").equals("escalated"));

        assertThat(warnings(archive)).contains("break-glass-unconfirmed");
        assertThat(log.allSince())
                .anyMatch(entry -> entry.publicPart().action().equals("break_glass")
                        && entry.publicPart().outcome().equals("failed")
                        && entry.publicPart().rule().equals("not-confirmed"));
    }

    @Test
    void itOpensNothingButReadingForItsPurposeToWhoBrokeIt(RunningArchive archive) {
        breakGlass(archive, "officer2", "P-SERVICE").require(201);

        archive.staff("officer2").content(document, "P-STATUS").requireProblem(404, "not-found");
        archive.client("officer2")
                .post(lodged.path() + "/events", "{\"type\":\"visa_expired\",\"on\":\"2026-11-01\"}")
                .requireProblem(404, "not-found");
        Lodged other = archive.portal().lodge(Forms.workPermit("RD-1", "Başqası"));
        String theirs = archive.portal().uploaded(other, "passport", Sample.pdf("of another case"));
        archive.staff("officer2").content(theirs, "P-SERVICE").requireProblem(404, "not-found");
    }

    @Test
    void aMedicalPaperStaysInItsCompartment(RunningArchive archive) {
        String medical = archive.portal().uploaded(lodged, "medical_certificate", Sample.pdf("health"));

        breakGlass(archive, "officer2", "P-SERVICE").require(201);

        archive.staff("officer2").content(medical, "P-SERVICE").requireProblem(404, "not-found");
    }

    @Test
    void whoMayNotBreakItIsToldNothingOfTheCase(RunningArchive archive) {
        breakGlass(archive, "refugee", "P-SERVICE").requireProblem(403, "not-allowed");
        breakGlass(archive, "admin", "P-SERVICE").requireProblem(403, "purpose-not-granted");
        Answer known = breakGlass(archive, "medical", "P-SERVICE").requireProblem(404, "not-found");
        Lodged nobodys = new Lodged(Numbers.nobodys(lodged.number()), "none");
        Answer unknown = breakGlass(archive.client("medical"), nobodys, "P-SERVICE");
        assertThat(known.json().getString("detail"))
                .isEqualTo(unknown.requireProblem(404, "not-found").json().getString("detail"));
    }

    private Answer breakGlass(RunningArchive archive, String officer, String purpose) {
        return breakGlass(archive.client(officer), lodged, purpose);
    }

    private static Answer breakGlass(Client officer, Lodged lodged, String purpose) {
        return officer.post(
                PATH,
                "{\"application\":\"" + lodged.number() + "\",\"purpose\":\"" + purpose
                        + "\",\"reason\":\"the person is in danger\"}");
    }

    /** What the dpo sees of it. */
    private static Optional<JsonObject> told(RunningArchive archive, String id) {
        String after = "";
        while (true) {
            JsonObject page = archive.client("dpo")
                    .get(PATH + "?purpose=P-OVERSIGHT&ref=A-1" + after)
                    .require(200)
                    .json();
            List<JsonObject> items = page.getJsonArray("items").getValuesAs(JsonObject.class);
            Optional<JsonObject> found = items.stream()
                    .filter(item -> item.getString("id").equals(id))
                    .findFirst();
            if (found.isPresent() || page.isNull("next")) {
                return found;
            }
            after = "&after=" + page.getString("next");
        }
    }

    private static String warnings(RunningArchive archive) {
        return archive.management().get("/health/ready").text();
    }
}
