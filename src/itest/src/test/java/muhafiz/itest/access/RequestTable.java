package muhafiz.itest.access;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Patience;

/** The operations upon requests of persons, and how each of their answers comes about. */
record RequestTable(Office office, AccessTable table) {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String STATED = "?purpose=P-RIGHTS";
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String LODGED = "{\"kind\":\"COMPLAINT\",\"channel\":\"post\"}";
    private static final String BY_PASSPORT = "{\"level\":\"L2\",\"method\":\"passport_in_person\"}";
    private static final String ANSWERED = "{\"outcome\":\"answered\"}";
    private static final String NOBODYS = REQUESTS + "/R-00000000000";
    private static final Duration DESTROYED_WITHIN = Duration.ofMinutes(1);

    Map<String, Row> rows() {
        return Map.ofEntries(
                Map.entry("lodgeRequest", lodge()),
                Map.entry("listRequests", list()),
                Map.entry("readRequest", read()),
                Map.entry("identifyRequester", step("/identity", BY_PASSPORT)),
                Map.entry("askForProof", bare("/proof-request", LODGED)),
                Map.entry("askThirdParty", bare("/third-party", "{\"kind\":\"ACCESS\",\"channel\":\"post\"}")),
                Map.entry("extendRequest", step("/extension", "{\"ground\":\"study\"}")),
                Map.entry("redactDocument", redact()),
                Map.entry("decideRequest", decide()),
                Map.entry("forwardRequest", step("/forwarding", "{\"to\":\"Ministry of Justice\"}")),
                Map.entry("withdrawRequest", bare("/withdrawal", LODGED)),
                Map.entry("deliverAnswer", deliver()),
                Map.entry("readRequestCertificate", certificate()),
                Map.entry("correctSubject", correct()),
                Map.entry("readRegisterOfProcessing", register()),
                Map.entry("reportToTheAuthority", report()),
                Map.entry("readAnswer", answer()),
                Map.entry("readCoverage", coverage()),
                Map.entry("openIncident", openIncident()),
                Map.entry("readIncident", readIncident()),
                Map.entry("readOwn", own("")),
                Map.entry("readOwnDocuments", own("/documents")),
                Map.entry("readOwnReadings", own("/readings")),
                Map.entry("readOwnRequests", own("/requests")),
                Map.entry("readOwnDisclosures", own("/disclosures")));
    }

    private Client dpo() {
        return office.by("dpo");
    }

    /** The path of a request that was just lodged. */
    private String lodged(String form) {
        Answer answer = dpo().post(REQUESTS, form).require(201);
        return REQUESTS + "/" + answer.json().getString("number");
    }

    private String decided() {
        String path = lodged(LODGED);
        dpo().post(path + "/decision", ANSWERED).require(200);
        return path;
    }

    private Row lodge() {
        return table.json(201, () -> Question.post(dpo(), REQUESTS, LODGED))
                .when(403, question -> question.by(office.by("officer")))
                .when(422, question -> question.saying(LODGED.replace("post", "border")));
    }

    private Row list() {
        return table.known(200, () -> Question.get(dpo(), REQUESTS + STATED))
                .when(400, question -> question.at(REQUESTS))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row read() {
        return table.known(200, () -> Question.get(dpo(), lodged(LODGED) + STATED))
                .when(400, question -> question.at(NOBODYS))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + STATED));
    }

    private Row step(String step, String form) {
        return table.json(200, () -> Question.post(dpo(), lodged(LODGED) + step, form))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + step))
                .when(409, question -> question.at(decided() + step));
    }

    private Row bare(String step, String form) {
        return table.known(200, () -> Question.post(dpo(), lodged(form) + step, ""))
                .when(
                        400,
                        question -> question.by(office.by("portal"))
                                .with("On-Behalf-Of", "c")
                                .with("Assurance", "L9"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + step))
                .when(409, question -> question.at(decided() + step));
    }

    /** Of a document of the office's case, by a request of whoever it is about. */
    private Row redact() {
        String form = "{\"document\":\"" + office.document()
                + "\",\"marks\":[{\"page\":1,\"x\":0,\"y\":0,\"width\":1,\"height\":0.5}],\"ground\":\"RG-OTHERS\"}";
        return table.json(201, () -> Question.post(dpo(), lodged(ofTheApplicant()) + "/redactions", form))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + "/redactions"))
                .when(409, question -> question.at(decided() + "/redactions"));
    }

    private String ofTheApplicant() {
        return "{\"kind\":\"ACCESS\",\"channel\":\"post\",\"subject\":\""
                + office.lodged().number() + "\"}";
    }

    private Row decide() {
        return step("/decision", ANSWERED).when(422, question -> question.saying("{\"outcome\":\"granted\"}"));
    }

    private Row deliver() {
        String form = "{\"method\":\"by hand\"}";
        Supplier<Question> well = () -> Question.post(dpo(), decided() + "/delivery", form);
        return table.json(200, well)
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + "/delivery"))
                .when(409, question -> question.at(lodged(LODGED) + "/delivery"));
    }

    private Row correct() {
        String path = "/api/v1/subjects/" + office.applicant() + "/corrections";
        String form = "{\"field\":\"phone\",\"value\":\"+994501234568\",\"evidence\":\"" + office.document() + "\"}";
        return table.json(204, () -> Question.post(office.by("officer"), path, form))
                .when(404, question -> question.by(office.by("officer2")));
    }

    private Row register() {
        return table.known(200, () -> Question.get(dpo(), "/api/v1/register-of-processing"))
                .when(
                        400,
                        question -> question.by(office.by("portal"))
                                .with("On-Behalf-Of", "c")
                                .with("Assurance", "L9"))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row report() {
        String path = "/api/v1/reports/dpo?from=2026-01-01&to=";
        return table.known(200, () -> Question.get(dpo(), path + "2026-12-31"))
                .when(400, question -> question.at(path + "2025-12-31"))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row certificate() {
        String path = erased() + "/certificate" + STATED;
        return table.known(200, () -> Question.get(dpo(), path))
                .when(400, question -> question.at(NOBODYS + "/certificate"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + "/certificate" + STATED));
    }

    private Row answer() {
        String path = lodged("{\"kind\":\"ACCESS\",\"channel\":\"post\"}");
        dpo().post(path + "/identity", BY_PASSPORT).require(200);
        dpo().post(path + "/decision", "{\"outcome\":\"granted\"}").require(200);
        return table.known(200, () -> Question.get(dpo(), path + "/answer" + STATED))
                .when(400, question -> question.at(NOBODYS + "/answer"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + "/answer" + STATED))
                .when(409, question -> question.at(lodged(LODGED) + "/answer" + STATED));
    }

    private Row coverage() {
        return table.known(200, () -> Question.get(dpo(), lodged(LODGED) + "/coverage" + STATED))
                .when(400, question -> question.at(NOBODYS + "/coverage"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(NOBODYS + "/coverage" + STATED));
    }

    private Row openIncident() {
        return table.json(201, () -> Question.post(dpo(), INCIDENTS, incident()))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row readIncident() {
        String path = INCIDENTS
                + "/"
                + dpo().post(INCIDENTS, incident()).require(201).json().getString("id");
        return table.known(200, () -> Question.get(dpo(), path))
                .when(400, question -> question.at(path + "?limit=0"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(INCIDENTS + "/" + UUID.randomUUID()));
    }

    private String incident() {
        return "{\"noticedAt\":\"2026-01-02T00:00:00Z\",\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2100-01-01T00:00:00Z\",\"documents\":[\""
                + office.document() + "\"]}";
    }

    private Row own(String part) {
        Question asked = Question.get(office.by("portal"), "/api/v1/me" + part);
        return table.known(200, () -> asked.with("On-Behalf-Of", "c").with("Assurance", "L1"))
                .when(400, question -> asked.with("On-Behalf-Of", "c").with("Assurance", "L9"))
                .when(403, question -> asked.by(office.by("officer")));
    }

    /** A request because of which a case was destroyed, and a checkpoint has it. */
    private String erased() {
        String number = office.archive()
                .portal()
                .lodge(Forms.workPermit("RD-1", "Silinən"))
                .number();
        String path = lodged("{\"kind\":\"ERASE\",\"channel\":\"post\",\"subject\":\"" + number + "\"}");
        dpo().post(path + "/identity", BY_PASSPORT).require(200);
        dpo().post(path + "/decision", "{\"outcome\":\"granted\"}").require(200);
        Patience.until(
                DESTROYED_WITHIN, () -> dpo().get(path + "/certificate" + STATED), answer -> answer.status() == 200);
        return path;
    }
}
