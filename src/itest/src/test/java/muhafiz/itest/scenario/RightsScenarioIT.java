package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
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

/** What a person may ask: the scenarios of requirements.md about requests and their decisions. */
@ExtendWith(SharedArchive.class)
class RightsScenarioIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String REQUESTS = "/api/v1/requests";
    private static final String STATED = "?purpose=P-RIGHTS";
    private static final String PASSPORT = "{\"level\":\"L2\",\"method\":\"passport_in_person\"}";
    private static final String GRANTED = "{\"outcome\":\"granted\"}";
    private static final Duration DESTROYED_WITHIN = Duration.ofMinutes(2);

    private final LocalDate today = LocalDate.now(BAKU);

    private Client dpo;
    private Client portal;
    private String cabinet;

    @BeforeEach
    void someone(RunningArchive archive) {
        dpo = archive.client("dpo");
        portal = archive.client("portal");
        cabinet = "cabinet-" + UUID.randomUUID();
    }

    @Test
    @DisplayName("DP-1: the morning list: the next day that still matters first; late is who was not answered in time")
    @Clause("RGT-7")
    void theMorningListIsOrderedByTheNextDayThatMatters() {
        String fresh = lodged("{\"kind\":\"ACCESS\",\"channel\":\"email\"}");
        String refusalOver = lodgedOn("2026-03-19"); // requirements.md 3.4: refuse by 6 April, answer by 8 April

        List<JsonObject> list = list();
        JsonObject late = item(list, refusalOver);

        assertThat(late.getString("refuseBy")).isEqualTo("2026-04-06");
        assertThat(late.getString("answerBy")).isEqualTo("2026-04-08");
        assertThat(late.getString("next")).isEqualTo("2026-04-08");
        assertThat(late.getBoolean("late")).isTrue();
        assertThat(late.getString("note")).isEqualTo("it can no longer be refused in time");
        assertThat(item(list, fresh).getBoolean("late")).isFalse();
        assertThat(item(list, fresh).getString("next"))
                .isEqualTo(item(list, fresh).getString("refuseBy"));
        assertThat(list.stream()
                        .map(one -> one.isNull("next") ? "9999-12-31" : one.getString("next"))
                        .toList())
                .as("whose clock stands comes last")
                .isSorted();
    }

    @Test
    @DisplayName("DP-4: destruction of a record with a legal minimum is refused with rule, law, end and appeal routes")
    @Clause("STO-2")
    void whatALawRequiresIsKeptAndTheRefusalSaysSo(RunningArchive archive) {
        String number = archive.client("control")
                .post(
                        "/api/v1/applications",
                        Forms.entryBan("Xətaçıyev", "V" + cabinet.substring(30)).replace("RC-BAN", "RC-VIO"))
                .require(201)
                .json()
                .getString("number");
        LocalDate decided = today;
        LogBook.of(archive)
                .execute(
                        "update archive.case_file set state = 'in-work' where record_class = 'RC-VIO' and state = 'open'");
        archive.client("control")
                .post(
                        "/api/v1/applications/" + number + "/events",
                        "{\"type\":\"decision_final\",\"outcome\":\"granted\",\"on\":\"" + decided + "\"}")
                .require(204);
        String request = lodged("{\"kind\":\"ERASE\",\"channel\":\"post\",\"subject\":\"" + number + "\"}");
        identified(request);

        JsonObject answer =
                dpo.post(path(request) + "/decision", GRANTED).require(200).json();

        assertThat(answer.getString("outcome")).isEqualTo("refused");
        assertThat(answer.getString("ground")).isEqualTo("RG-RETENTION");
        JsonObject ground = answer.getJsonObject("decision").getJsonObject("ground");
        assertThat(ground.getString("rule")).isEqualTo("RC-VIO");
        assertThat(ground.getString("law")).isEqualTo("CAO 47.3"); // policy, RC-VIO, floor
        assertThat(ground.getString("until")).isEqualTo(decided.plusYears(5).toString());
        assertThat(answer.getJsonObject("decision").getJsonArray("appeal").getValuesAs(JsonObject.class))
                .extracting(route -> route.getString("to"))
                .containsExactly("Ministry of Digital Development and Transport", "court", "Ombudsman");
        archive.client("control")
                .get("/api/v1/applications/" + number + "?purpose=P-CONTROL&ref=" + number)
                .require(200);
    }

    @Test
    @DisplayName("DP-5: a court hold: destruction that a person asks for is refused, too")
    void aHoldIsNamedInTheRefusal(RunningArchive archive) {
        Lodged lodged = mine(archive, "Tutulan");
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("held " + cabinet));
        String hold = archive.client("records")
                .post(
                        "/api/v1/holds?purpose=P-RECORDS",
                        "{\"documents\":[\"" + document
                                + "\"],\"authority\":\"court\",\"ground\":\"2-1/2026\",\"reviewOn\":\""
                                + today.plusMonths(1) + "\"}")
                .require(201)
                .json()
                .getString("id");
        String request = lodged("{\"kind\":\"ERASE\",\"channel\":\"post\",\"subject\":\"" + lodged.number() + "\"}");
        identified(request);

        JsonObject answer =
                dpo.post(path(request) + "/decision", GRANTED).require(200).json();

        assertThat(answer.getString("ground")).isEqualTo("RG-HOLD");
        assertThat(answer.getJsonObject("decision").getJsonObject("ground").getString("hold"))
                .isEqualTo(hold);
        archive.staff("officer").content(document, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("DP-6: an objection stops its purpose when it is received; other purposes go on")
    @Clause("RGT-3")
    void anObjectionStopsThePurposeAtOnce(RunningArchive archive) {
        Lodged lodged = mine(archive, "Etirazov");
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("objected " + cabinet));
        archive.staff("officer").content(document, "P-SERVICE").require(200);

        String request = asPerson("L1", "{\"kind\":\"OBJECT\",\"purpose\":\"P-SERVICE\"}");

        Answer refused = archive.staff("officer").content(document, "P-SERVICE");
        refused.requireProblem(403, "restricted");
        assertThat(refused.json().getString("request")).isEqualTo(request);
        assertThat(archive.staff("officer")
                        .search(lodged.number(), "P-SERVICE")
                        .require(200)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        archive.client("records")
                .get("/api/v1/documents/" + document + "?purpose=P-RECORDS")
                .require(200);

        dpo.post(path(request) + "/decision", "{\"outcome\":\"refused\",\"ground\":\"RG-CRIME\"}")
                .require(200);
        archive.staff("officer").content(document, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("RGT-4: a restriction lodged with number and code waits for the identity, then stops all use")
    @Clause("RGT-4")
    void aRestrictionStopsAllUseOnceThePersonIsKnown(RunningArchive archive) {
        Lodged lodged = mine(archive, "Saxlayev");
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("restricted " + cabinet));
        String request = archive.stranger()
                .post(
                        REQUESTS + "?application=" + lodged.number(),
                        "{\"kind\":\"RESTRICT\",\"channel\":\"portal\"}",
                        lodged.asOwner())
                .require(201)
                .json()
                .getString("number");
        archive.staff("officer").content(document, "P-SERVICE").require(200);

        identified(request);

        Answer refused = archive.staff("officer").content(document, "P-SERVICE");
        refused.requireProblem(403, "restricted");
        assertThat(refused.json().getString("request")).isEqualTo(request);
        dpo.post(path(request) + "/withdrawal", "").require(200);
        archive.staff("officer").content(document, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("AP-9: a lawful erasure: a certificate, and no name in the request once it is answered")
    @Clause("RGT-5")
    void whatMayGoIsDestroyedAndCertified(RunningArchive archive) {
        Lodged lodged = mine(archive, "Silinməli");
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("to go " + cabinet));
        archive.awaitRead(document);
        String request = asPerson(
                "L2", "{\"kind\":\"ERASE\",\"requester\":{\"surname\":\"Silinməli\",\"email\":\"s@example.org\"}}");

        JsonObject decided =
                dpo.post(path(request) + "/decision", GRANTED).require(200).json();

        assertThat(decided.getString("outcome")).isEqualTo("granted");
        Answer certificate = Patience.until(
                DESTROYED_WITHIN,
                () -> dpo.get(path(request) + "/certificate" + STATED),
                answer -> answer.status() == 200);
        assertThat(certificate.text()).doesNotContain("Silinməli").doesNotContain(lodged.number());
        archive.staff("officer").content(document, "P-SERVICE").requireProblem(404, "not-found");
        archive.staff("officer").view(lodged, "P-SERVICE").requireProblem(404, "not-found");

        dpo.post(path(request) + "/delivery", "{\"method\":\"by hand\"}").require(200);
        JsonObject left = Patience.until(
                        DESTROYED_WITHIN,
                        () -> dpo.get(path(request) + STATED).require(200),
                        answer -> answer.json().isNull("requester"))
                .json();
        assertThat(left.getString("outcome")).isEqualTo("granted");
        assertThat(left.toString()).doesNotContain("Silinməli");
    }

    @Test
    @DisplayName("RGT-5: nothing is destroyed before who asks is known at level L2")
    void whoIsNotKnownSurelyDestroysNothing(RunningArchive archive) {
        Lodged lodged = mine(archive, "Naməlum");
        String request = asPerson("L1", "{\"kind\":\"ERASE\"}");

        dpo.post(path(request) + "/decision", GRANTED).requireProblem(409, "identity-needed");

        archive.staff("officer").view(lodged, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("RGT-6, RGT-8: a doubt that was asked about stops the clock; the longer term is taken once")
    @Clause({"RGT-6", "RGT-8"})
    void theClockStandsWhileProofIsAwaited() {
        String request = lodged("{\"kind\":\"ACCESS\",\"channel\":\"post\",\"receivedAt\":\"2026-03-19T08:00:00Z\"}");

        JsonObject asked =
                dpo.post(path(request) + "/proof-request", "").require(200).json();
        assertThat(asked.isNull("answerBy")).isTrue();
        JsonObject known = identified(request);
        assertThat(known.getString("level")).isEqualTo("L2");
        assertThat(known.getJsonObject("identity").getString("by")).isEqualTo("dpo");
        // The seven working days were over on 8 April, long before the doubt: it gives none of them back.
        assertThat(known.getString("answerBy")).isEqualTo("2026-04-08");

        JsonObject extended =
                dpo.post(path(request) + "/third-party", "").require(200).json();
        assertThat(extended.getString("answerBy")).isEqualTo("2026-04-17"); // 7 more working days
        dpo.post(path(request) + "/third-party", "").requireProblem(409, "term-not-extended");
        assertThat(extended.getString("state")).isEqualTo("waiting");
    }

    @Test
    @DisplayName(
            "AP-7: a correction with evidence: the new version is current, the old one stays sealed, search follows")
    @Clause("RGT-2")
    void aGrantedCorrectionKeepsTheOldVersionSealed(RunningArchive archive) {
        Lodged lodged = mine(archive, "Yanlışov");
        String evidence = archive.portal().uploaded(lodged, "passport", Sample.pdf("shows the right day " + cabinet));
        String request = asPerson(
                "L2",
                "{\"kind\":\"CORRECT\",\"changes\":{\"field\":\"birthDate\",\"value\":\"1990-04-18\",\"evidence\":\""
                        + evidence + "\"}}");
        LogBook book = LogBook.of(archive);
        String versions = "select count(*) from archive.party_version v where v.evidence = '" + evidence + "'";

        dpo.post(path(request) + "/decision", GRANTED).require(200);

        JsonObject applicant = applicant(archive, lodged);
        assertThat(applicant.getString("birthDate")).isEqualTo("1990-04-18");
        assertThat(applicant.getString("surname")).isEqualTo("Yanlışov");
        assertThat(found(archive, "1990-04-18", lodged)).isTrue();
        assertThat(text(book, versions)).isEqualTo("1");
        assertThat(text(
                        LogBook.bySuperuser(archive),
                        "select count(*) from archive.party_version v join keyring.leaf l on l.id = v.leaf_id where v.evidence = '"
                                + evidence + "'"))
                .isEqualTo("1");

        String person = applicant.getString("subject");
        String form = "{\"field\":\"phone\",\"value\":\"+994559998877\",\"evidence\":\"" + evidence + "\"}";
        String corrections = "/api/v1/subjects/" + person + "/corrections";
        archive.client("officer2").post(corrections, form).requireProblem(404, "not-found");
        archive.client("officer")
                .post(corrections, form.replace(evidence, UUID.randomUUID().toString()))
                .requireProblem(400, "malformed");
        archive.client("officer").post(corrections, form).require(204);
        assertThat(applicant(archive, lodged).getString("phone")).isEqualTo("+994559998877");
        assertThat(text(book, versions)).isEqualTo("2");
    }

    private static JsonObject applicant(RunningArchive archive, Lodged lodged) {
        return archive
                .staff("officer")
                .view(lodged, "P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("parties")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(party -> party.getString("role").equals("applicant"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean found(RunningArchive archive, String born, Lodged lodged) {
        return archive
                .staff("officer")
                .searchFor(
                        "{\"surname\":\"Yanlışov\",\"givenNames\":\"Aynur\",\"birthDate\":\"" + born
                                + "\",\"nationality\":\"TUR\"}",
                        "P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(item -> item.getString("number").equals(lodged.number()));
    }

    private static String text(LogBook book, String question) {
        StringBuilder text = new StringBuilder();
        book.query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }

    @Test
    @DisplayName("DP-12: the record of processing is printed from the policy in force")
    void theRecordOfProcessingComesFromThePolicy() {
        JsonObject register =
                dpo.get("/api/v1/register-of-processing").require(200).json();

        List<JsonObject> processing = register.getJsonArray("processing").getValuesAs(JsonObject.class);
        assertThat(processing).hasSize(33); // requirements.md 3.2: 33 classes
        JsonObject workPermit = processing.stream()
                .filter(one -> one.getString("class").equals("RC-WP"))
                .findFirst()
                .orElseThrow();
        assertThat(workPermit.getString("purpose")).isEqualTo("P-SERVICE");
        assertThat(workPermit.getJsonObject("basis").getString("act")).isEqualTo("MC");
        assertThat(workPermit.getJsonObject("retention").getString("period")).isEqualTo("P5Y");
        assertThat(workPermit.getJsonObject("retention").getBoolean("assumed")).isTrue();
        assertThat(workPermit.getJsonArray("readers").toString())
                .contains("case_officer")
                .doesNotContain("administrator");
        assertThat(register.getJsonArray("recipients")).hasSize(5); // policy, disclosures
    }

    @Test
    @DisplayName("the report of the data-protection officer counts what was asked, how it ended and what is late")
    void theReportCountsRequestsByKindOutcomeAndLateness() {
        lodgedOn("2026-02-02");
        String answered =
                lodged("{\"kind\":\"COMPLAINT\",\"channel\":\"post\",\"receivedAt\":\"2026-02-02T08:00:00Z\"}");
        dpo.post(path(answered) + "/decision", "{\"outcome\":\"answered\"}").require(200);

        JsonObject report = dpo.get("/api/v1/reports/dpo?from=2026-02-02&to=2026-02-02")
                .require(200)
                .json();

        assertThat(report.getJsonArray("requests").getValuesAs(JsonObject.class))
                .anyMatch(row -> row.getString("kind").equals("ACCESS")
                        && row.getString("outcome").equals("open")
                        && row.getInt("late") >= 1)
                .anyMatch(row -> row.getString("kind").equals("COMPLAINT")
                        && row.getString("outcome").equals("answered")
                        && row.getInt("requests") >= 1);
        assertThat(report.getInt("assumedPeriods")).isPositive();
    }

    @Test
    @DisplayName(
            "a request that repeats another is recognised; refused as a repetition only after three answers within the year")
    void aRepetitionIsRecognised(RunningArchive archive) {
        mine(archive, "Təkrarov");
        String open = asPerson("L2", "{\"kind\":\"ACCESS\"}");
        String again = asPerson("L2", "{\"kind\":\"ACCESS\"}");
        String other = asPerson("L2", "{\"kind\":\"SOURCE_PROOF\"}");
        String repeat = "{\"outcome\":\"refused\",\"ground\":\"RG-REPEAT\"}";

        assertThat(earlier(again).getJsonArray("open").toString())
                .contains(open)
                .doesNotContain(again, other);
        dpo.post(path(again) + "/decision", repeat).requireProblem(422, "outcome-not-accepted");
        for (String number :
                List.of(open, asPerson("L2", "{\"kind\":\"ACCESS\"}"), asPerson("L2", "{\"kind\":\"ACCESS\"}"))) {
            dpo.post(path(number) + "/decision", GRANTED).require(200);
        }
        assertThat(earlier(again).getJsonArray("answeredThisYear")).hasSize(3);

        JsonObject decided =
                dpo.post(path(again) + "/decision", repeat).require(200).json();
        assertThat(decided.getString("ground")).isEqualTo("RG-REPEAT");
        assertThat(decided.getJsonObject("decision").getJsonArray("appeal")).hasSize(3); // LOI art. 21.3
    }

    private JsonObject earlier(String request) {
        return dpo.get(path(request) + STATED).require(200).json().getJsonObject("earlier");
    }

    @Test
    @DisplayName("whoever forbids that more is collected is heard: no upload is taken, and it is read no more")
    void aBanOnCollectionTakesNoMore(RunningArchive archive) {
        Lodged lodged = mine(archive, "Qadağan");
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("before the ban " + cabinet));
        String request = asPerson("L2", "{\"kind\":\"BAN\"}");
        dpo.post(path(request) + "/decision", GRANTED).require(200);

        archive.portal()
                .upload(lodged, "photo", Sample.jpeg("after it " + cabinet))
                .requireProblem(403, "restricted");
        archive.staff("officer").content(document, "P-SERVICE").requireProblem(403, "restricted");
    }

    @Test
    @DisplayName(
            "RGT-4: before a restriction is lifted its person is told; an objection that stops a purpose is told, too")
    void whatStopsAndWhatIsLiftedIsTold(RunningArchive archive) {
        String told = archive.portal().uploaded(mine(archive, "Xəbərov"), "passport", Sample.pdf("told " + cabinet));
        asPerson("L2", "{\"kind\":\"OBJECT\",\"purpose\":\"P-SERVICE\"}");
        String restrict = asPerson("L2", "{\"kind\":\"RESTRICT\"}");

        assertThat(noticesOf(archive, told)).contains("purpose-stopped").doesNotContain("restriction-lifting");
        dpo.post(path(restrict) + "/decision", "{\"outcome\":\"refused\",\"ground\":\"RG-CRIME\"}")
                .require(200);
        assertThat(noticesOf(archive, told)).contains("restriction-lifting");
    }

    private static List<String> noticesOf(RunningArchive archive, String document) {
        List<String> templates = new ArrayList<>();
        LogBook.of(archive)
                .query(
                        "select n.template from archive.notice n join archive.document d on d.case_id = n.about_id where d.id = '"
                                + document + "'",
                        row -> templates.add(row.getString(1)));
        return templates;
    }

    private Lodged mine(RunningArchive archive, String surname) {
        JsonObject lodged = portal.post(
                        "/api/v1/applications",
                        Forms.workPermit("RD-1", surname),
                        "On-Behalf-Of",
                        cabinet,
                        "Assurance",
                        "L2")
                .require(201)
                .json();
        return new Lodged(lodged.getString("number"), lodged.getString("accessCode"));
    }

    private String asPerson(String level, String form) {
        return portal.post(REQUESTS, form, "On-Behalf-Of", cabinet, "Assurance", level)
                .require(201)
                .json()
                .getString("number");
    }

    private String lodged(String form) {
        return dpo.post(REQUESTS, form).require(201).json().getString("number");
    }

    private String lodgedOn(String day) {
        return lodged("{\"kind\":\"ACCESS\",\"channel\":\"post\",\"receivedAt\":\"" + day + "T08:00:00Z\"}");
    }

    private JsonObject identified(String request) {
        return dpo.post(path(request) + "/identity", PASSPORT).require(200).json();
    }

    private static String path(String request) {
        return REQUESTS + "/" + request;
    }

    private List<JsonObject> list() {
        return dpo.get(REQUESTS + STATED + "&state=open&limit=1000")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject item(List<JsonObject> items, String number) {
        return items.stream()
                .filter(item -> item.getString("number").equals(number))
                .findFirst()
                .orElseThrow();
    }
}
