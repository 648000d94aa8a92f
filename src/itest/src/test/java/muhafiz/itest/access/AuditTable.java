package muhafiz.itest.access;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.Zone;

/** The rows of what auditors ask. */
record AuditTable(Office office, AccessTable table) {
    private static final Sample PAPER = Sample.pdf("for review");
    private static final Duration SOON = Duration.ofSeconds(30);

    Map<String, Row> rows() {
        return Map.of(
                "replayDecision", replay(),
                "listGrants", listGrants(),
                "reviewGrants", reviewGrants(),
                "reportUnusualAccess", reportUnusualAccess(),
                "stateValidity", stateValidity(),
                "reviewDocument", reviewDocument(),
                "stateOriginal", stateOriginal(),
                "showDifferences", showDifferences(),
                "chooseValue", chooseValue(),
                "classifyDocument", classifyDocument());
    }

    private Row reviewDocument() {
        return table.json(204, () -> said("officer", paper("passport"), "review", "{\"state\":\"accepted\"}"))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> said("officer", aside(), "review", "{\"state\":\"accepted\"}"));
    }

    private Row stateOriginal() {
        String word = "{\"state\":\"certified\",\"place\":\"ASAN 3\"}";
        return table.json(204, () -> said("reception", paper("passport"), "originals", word))
                .when(404, question -> question.by(office.by("officer")));
    }

    private Row showDifferences() {
        return table.known(200, () -> ofPerson(Question.get(office.by("portal"), choice(differing(lodged())))))
                .when(400, question -> question.insteadOf("Assurance", "L9"))
                .when(404, question -> question.insteadOf("On-Behalf-Of", "cabinet-2"));
    }

    private Row chooseValue() {
        String word = "{\"field\":\"documentNumber\",\"take\":\"form\"}";
        return table.json(204, () -> ofPerson(Question.post(office.by("portal"), choice(differing(lodged())), word)))
                .when(404, question -> question.insteadOf("On-Behalf-Of", "cabinet-2"))
                .when(409, question -> question.at(choice(ofEndedCase())));
    }

    private static Question ofPerson(Question question) {
        return question.with("On-Behalf-Of", "cabinet-1").with("Assurance", "L2");
    }

    private static String choice(String paper) {
        return "/api/v1/documents/" + paper + "/choice";
    }

    /** A passport whose zone says another number than the form. */
    private String differing(Lodged lodged) {
        Sample zone = Zone.ofWorkPermit("BAXISOVA", "U98765432").pdf();
        String paper = office.archive().portal().uploaded(lodged, "passport", zone);
        office.archive().awaitRead(paper);
        return paper;
    }

    private String ofEndedCase() {
        String paper = differing(lodged());
        LogBook.bySuperuser(office.archive())
                .execute("update archive.case_file set state = 'closed' where id ="
                        + " (select case_id from archive.document where id = '" + paper + "')");
        return paper;
    }

    private Row classifyDocument() {
        String word = "{\"kind\":\"photo\",\"reason\":\"filed wrongly\"}";
        String unknown = "{\"kind\":\"nothing\",\"reason\":\"filed wrongly\"}";
        return table.json(204, () -> said("officer", paper("passport"), "classification", word))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> said("officer", paper("passport"), "classification", intoACaseThatHasIt()))
                .when(422, question -> question.saying(unknown));
    }

    private Question said(String who, String paper, String what, String word) {
        return Question.post(office.by(who), "/api/v1/documents/" + paper + "/" + what, word);
    }

    private Lodged lodged() {
        return office.archive().portal().lodge(Forms.workPermit("RD-1", "Baxışova"));
    }

    private String paper(String kind) {
        return office.archive().portal().uploaded(lodged(), kind, PAPER);
    }

    /** A document of which nobody knows what it is. */
    private String aside() {
        Sample unknown = new Sample("application/octet-stream", "no type".getBytes(StandardCharsets.UTF_8));
        return office.archive().portal().uploaded(lodged(), "evidence", unknown);
    }

    /** Where the same bytes lie already. */
    private String intoACaseThatHasIt() {
        Lodged other = lodged();
        office.archive().portal().uploaded(other, "passport", PAPER);
        return "{\"kind\":\"passport\",\"reason\":\"another's\",\"application\":\"" + other.number() + "\"}";
    }

    /** Of a case that is the medical officer's for the time. */
    private Row stateValidity() {
        Lodged lodged = office.archive().portal().lodge(Forms.workPermit("RD-1", "Sağlamova"));
        String paper = office.archive().portal().uploaded(lodged, "medical_certificate", Sample.pdf("health"));
        office.by("supervisor")
                .post(lodged.path() + "/assignment", "{\"officer\":\"medical\",\"reason\":\"certificate\"}")
                .require(204);
        String word = "{\"valid\":true,\"until\":\"2030-01-01\"}";
        return table.json(
                        204,
                        () -> Question.post(office.by("medical"), "/api/v1/documents/" + paper + "/validity", word))
                .when(404, question -> question.by(office.by("officer")));
    }

    private Row listGrants() {
        String path = "/api/v1/grants?purpose=P-OVERSIGHT";
        return table.known(200, () -> Question.get(office.by("auditor"), path))
                .when(400, question -> question.at("/api/v1/grants"))
                .when(403, question -> question.by(office.by("officer")));
    }

    /** What the auditor has looked at. */
    private String grantsNow() {
        return office.by("auditor")
                .get("/api/v1/grants?purpose=P-OVERSIGHT")
                .require(200)
                .json()
                .getString("digest");
    }

    private Row reviewGrants() {
        String path = "/api/v1/grants/reviews?purpose=P-OVERSIGHT";
        String another = "{\"digest\":\"" + "0".repeat(64) + "\"}";
        return table.json(
                        201,
                        () -> Question.post(office.by("auditor"), path, another.replace("0".repeat(64), grantsNow())))
                .when(403, question -> question.by(office.by("officer")))
                .when(409, question -> question.saying(another));
    }

    private Row reportUnusualAccess() {
        String path = "/api/v1/reports/unusual-access?from=2026-11-01&to=2026-11-30&purpose=P-OVERSIGHT";
        return table.known(200, () -> Question.get(office.by("auditor"), path))
                .when(400, question -> question.at("/api/v1/reports/unusual-access?purpose=P-OVERSIGHT"))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row replay() {
        String person = office.applicant();
        String path = "/api/v1/decisions/" + readBy(person) + "/replay?purpose=P-OVERSIGHT&subject=" + person;
        String shown = path + "&decision=" + decision(person);
        return table.known(200, () -> Question.get(office.by("auditor"), shown))
                .when(400, question -> question.at(shown.replace("purpose=P-OVERSIGHT&", "")))
                .when(403, question -> question.at(path))
                .when(404, question -> question.at(shown.replaceAll("decisions/[0-9]+", "decisions/999999999")));
    }

    private String decision(String person) {
        String form =
                "{\"subject\":\"" + person + "\",\"from\":\"1970-01-01T00:00:00Z\",\"to\":\"2126-01-01T00:00:00Z\","
                        + "\"reason\":\"audit\",\"until\":\"" + Instant.now().plusSeconds(3600) + "\"}";
        return office.by("dpo")
                .post("/log/decisions?purpose=P-OVERSIGHT&ref=A-1", form)
                .require(201)
                .json()
                .getString("id");
    }

    /** The place of an entry that says that a document of the person was read. */
    private long readBy(String person) {
        String path = "/log/entries?purpose=P-OVERSIGHT&operation=read_meta&subject=" + person;
        List<JsonObject> items = items(Patience.until(
                SOON,
                () -> office.by("auditor").get(path).require(200),
                answer -> !items(answer).isEmpty()));
        return items.get(0).getJsonNumber("seq").longValue();
    }

    private static List<JsonObject> items(Answer page) {
        return page.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
