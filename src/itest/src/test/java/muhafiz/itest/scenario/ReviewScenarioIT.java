package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.tlog.TlogProof;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What officers say of a document after it came, and what follows from it. */
@ExtendWith(SharedArchive.class)
class ReviewScenarioIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final int QUARANTINE_DAYS = 14; // policy, RC-QUAR
    private static final List<String> NEEDED = List.of(
            "application_form",
            "passport",
            "photo",
            "medical_certificate",
            "employment_contract",
            "no_criminal_record");

    @Test
    @DisplayName(
            "DOC-6: a refused passport makes the case deficient, the applicant learns why, and another one mends it")
    @Clause("STO-6")
    void aRefusedDocumentIsNamedReplacedAndEndsSoon(RunningArchive archive) {
        Lodged lodged = complete(archive, "Natamamlı");
        String passport = uploaded(archive, lodged, "passport");
        archive.awaitRead(passport);

        said(
                        archive,
                        "officer",
                        passport,
                        "review",
                        "{\"state\":\"refused\",\"reasons\":[\"not-legible\",\"expired\"]}")
                .require(204);

        JsonObject seen = byOwner(archive, lodged);
        assertThat(seen.getString("state")).isEqualTo("deficient");
        JsonObject line = line(seen, "passport");
        assertThat(line.getString("state")).isEqualTo("refused");
        assertThat(line.getJsonArray("reasons").getValuesAs(JsonString::getString))
                .containsExactly("expired", "not-legible");
        JsonObject described = described(archive, passport);
        assertThat(described.getJsonObject("retention").getString("rule")).isEqualTo("RC-QUAR");
        assertThat(described.getJsonObject("retention").getString("ends"))
                .isEqualTo(receivedOn(described).plusDays(QUARANTINE_DAYS).toString());

        uploaded(archive, lodged, "passport");

        assertThat(byOwner(archive, lodged).getString("state")).isEqualTo("in-work");
    }

    @Test
    void anAcceptedDocumentKeepsItsClassesTerm(RunningArchive archive) {
        Lodged lodged = complete(archive, "Qəbullu");
        String passport = uploaded(archive, lodged, "passport");
        archive.awaitRead(passport);

        said(archive, "officer", passport, "review", "{\"state\":\"accepted\"}").require(204);

        JsonObject described = described(archive, passport);
        assertThat(described.getString("state")).isEqualTo("accepted");
        assertThat(described.getJsonObject("retention").getString("rule")).isEqualTo("RC-WP");
    }

    @Test
    void aVerdictThatSaysNothingIsRefusedAndSoIsWhoeverMayNotGiveOne(RunningArchive archive) {
        String passport = uploaded(archive, lodged(archive, "Səbəbsizov"), "passport");

        said(archive, "officer", passport, "review", "{\"state\":\"refused\",\"reasons\":[]}")
                .requireProblem(400, "malformed");
        said(archive, "officer", passport, "review", "{\"state\":\"accepted\",\"reasons\":[\"expired\"]}")
                .requireProblem(400, "malformed");
        Answer unknown = said(archive, "officer", passport, "review", "{\"state\":\"refused\",\"reasons\":[\"ugly\"]}");
        unknown.requireProblem(400, "malformed");
        assertThat(unknown.json().getString("detail")).contains("not-legible").doesNotContain("ugly");
        for (String other : List.of("officer2", "reception", "portal", "medical", "admin")) {
            said(archive, other, passport, "review", "{\"state\":\"accepted\"}").requireProblem(404, "not-found");
        }
        assertThat(described(archive, passport).getString("state")).isNotEqualTo("accepted");
    }

    @Test
    @DisplayName("OF-4: reception certifies an original, with officer and place; the content it cannot read")
    void receptionCertifiesAnOriginalWithoutReadingIt(RunningArchive archive) {
        String passport = uploaded(archive, lodged(archive, "Əslli"), "passport");
        LogBook.Mark log = LogBook.of(archive).mark();

        said(archive, "reception", passport, "originals", "{\"state\":\"pending\",\"place\":\"ASAN 3\"}")
                .require(204);
        said(archive, "reception", passport, "originals", "{\"state\":\"certified\",\"place\":\"ASAN 5\"}")
                .require(204);

        JsonObject original = described(archive, passport).getJsonObject("original");
        assertThat(original.getString("state")).isEqualTo("certified");
        assertThat(original.getString("place")).isEqualTo("ASAN 5");
        assertThat(original.getString("by")).isEqualTo("reception");
        assertThat(original.getString("on")).isEqualTo(LocalDate.now(BAKU).toString());
        assertThat(log.since())
                .filteredOn(entry -> entry.publicPart().action().equals("certify_original"))
                .hasSize(2);
        assertThat(archive.staff("reception").content(passport, "P-SERVICE").status())
                .isIn(403, 404);
        said(archive, "officer", passport, "originals", "{\"state\":\"certified\",\"place\":\"home\"}")
                .requireProblem(404, "not-found");
        said(archive, "reception", passport, "originals", "{\"state\":\"certified\",\"place\":\"\"}")
                .requireProblem(400, "malformed");
    }

    @Test
    @Clause("SCO-4")
    void whatNobodyKnowsIsPutAsideUntilTheRecordsManagerSaysWhatItIs(RunningArchive archive) {
        Lodged lodged = lodged(archive, "Naməlumov");
        Sample unknown = new Sample(
                "application/octet-stream", ("of no type " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        Answer came = archive.portal().upload(lodged, "evidence", unknown).require(201);
        String id = came.json().getString("id");

        assertThat(came.json().getString("state")).isEqualTo("quarantined");
        assertThat(described(archive, id).getJsonArray("reasons").getValuesAs(JsonString::getString))
                .containsExactly("unknown-type");
        assertThat(described(archive, id).getJsonObject("retention").getString("rule"))
                .isEqualTo("RC-QUAR");
        said(archive, "officer", id, "review", "{\"state\":\"accepted\"}").requireProblem(409, "already-decided");
        LogBook.Mark log = LogBook.of(archive).mark();

        said(
                        archive,
                        "records",
                        id,
                        "classification?purpose=P-RECORDS",
                        "{\"kind\":\"payment_receipt\",\"reason\":\"a bank's file\"}")
                .require(204);

        JsonObject described = described(archive, id);
        assertThat(described.getString("state")).isEqualTo("inspected");
        assertThat(described.getString("kind")).isEqualTo("payment_receipt");
        assertThat(described.getString("class")).isEqualTo("RC-PAY");
        assertThat(described.getJsonObject("retention").getString("rule")).isEqualTo("RC-PAY");
        assertThat(log.since())
                .as("of the applicant")
                .anySatisfy(entry -> assertThat(entry.publicPart().action()).isEqualTo("classify"));
        archive.portal().upload(lodged, "passport", unknown).requireProblem(415, "type-not-accepted");
    }

    @Test
    void aDocumentFiledInAnotherPersonsCaseGoesWhereItBelongs(RunningArchive archive) {
        Lodged wrong = lodged(archive, "Yanlışov");
        Lodged right = lodged(archive, "Doğruyev");
        Sample contract = Sample.pdf("contract " + UUID.randomUUID());
        String id = archive.portal().uploaded(wrong, "passport", contract);
        archive.awaitRead(id);
        LogBook.Mark log = LogBook.of(archive).mark();
        String move = "{\"kind\":\"employment_contract\",\"reason\":\"another's\",\"application\":\"%s\"}";

        said(archive, "officer2", id, "classification", move.formatted(right.number()))
                .requireProblem(404, "not-found");
        said(archive, "officer", id, "classification", move.formatted(Numbers.nobodys(right.number())))
                .requireProblem(404, "not-found");
        said(archive, "officer", id, "classification", move.formatted(right.number()))
                .require(204);

        JsonObject described = described(archive, id);
        assertThat(described.getString("application")).isEqualTo(right.number());
        assertThat(described.getString("kind")).isEqualTo("employment_contract");
        assertThat(line(byOwner(archive, wrong), "passport").getString("state")).isEqualTo("missing");
        assertThat(line(byOwner(archive, right), "employment_contract").getString("state"))
                .isEqualTo("inspected");
        assertThat(log.since())
                .filteredOn(entry -> entry.publicPart().action().equals("classify"))
                .as(
                        "told to everybody whom it concerned and concerns: two applicants, and the employer of the one case")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(archive.staff("officer")
                        .content(id, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(contract.bytes());
        archive.portal().upload(right, "employment_contract", contract).requireProblem(409, "duplicate");
        assertThat(archive.portal().upload(wrong, "passport", contract).status())
                .as("no longer there")
                .isEqualTo(201);
    }

    @Test
    void theReceiptGoesOnSayingAsWhatItCame(RunningArchive archive) {
        Lodged lodged = lodged(archive, "Qəbzli");
        String id = uploaded(archive, lodged, "passport");
        said(archive, "officer", id, "classification", "{\"kind\":\"photo\",\"reason\":\"it is a photo\"}")
                .require(204);

        TlogProof proof = ReceiptContractIT.proof(archive.client("portal").get("/api/v1/documents/" + id + "/receipt"));

        Receipt receipt = Receipt.of(proof);
        receipt.requireIn(proof);
        assertThat(receipt.opening().orElseThrow().document().kind()).isEqualTo("passport");
    }

    @Test
    void whatAHoldKeepsDoesNotSlipIntoAnotherCase(RunningArchive archive) {
        Lodged held = lodged(archive, "Saxlanan");
        Lodged other = lodged(archive, "Başqayev");
        String id = uploaded(archive, held, "passport");
        archive.client("records")
                .post(
                        "/api/v1/holds?purpose=P-RECORDS",
                        "{\"application\":\"" + held.number()
                                + "\",\"authority\":\"a court\",\"ground\":\"order 17\",\"reviewOn\":\""
                                + LocalDate.now(BAKU).plusMonths(1) + "\"}")
                .require(201);

        said(
                        archive,
                        "officer",
                        id,
                        "classification",
                        "{\"kind\":\"passport\",\"reason\":\"away\",\"application\":\"" + other.number() + "\"}")
                .requireProblem(403, "restricted");
        assertThat(described(archive, id).getString("application")).isEqualTo(held.number());
    }

    private static Lodged lodged(RunningArchive archive, String surname) {
        return archive.portal().lodge(Forms.workPermit("RD-1", surname));
    }

    /** All that the checklist of WP asks for but the passport, which the caller brings. */
    private static Lodged complete(RunningArchive archive, String surname) {
        Lodged lodged = lodged(archive, surname);
        NEEDED.stream().filter(kind -> !kind.equals("passport")).forEach(kind -> uploaded(archive, lodged, kind));
        return lodged;
    }

    private static String uploaded(RunningArchive archive, Lodged lodged, String kind) {
        Sample paper = kind.equals("photo")
                ? Sample.jpeg("photo " + UUID.randomUUID())
                : Sample.pdf(kind + " " + UUID.randomUUID());
        return archive.portal().uploaded(lodged, kind, paper);
    }

    private static Answer said(RunningArchive archive, String who, String document, String what, String word) {
        return archive.client(who).post("/api/v1/documents/" + document + "/" + what, word);
    }

    private static JsonObject described(RunningArchive archive, String document) {
        return archive.staff("officer")
                .describe(document, "P-SERVICE")
                .require(200)
                .json();
    }

    private static JsonObject byOwner(RunningArchive archive, Lodged lodged) {
        return archive.stranger()
                .get(lodged.path(), lodged.asOwner())
                .require(200)
                .json();
    }

    private static JsonObject line(JsonObject application, String kind) {
        return application.getJsonArray("checklist").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate receivedOn(JsonObject described) {
        return OffsetDateTime.parse(described.getString("receivedAt"))
                .atZoneSameInstant(BAKU)
                .toLocalDate();
    }
}
