package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications: lodged, looked at, found, assigned, and what happens to them. */
@ExtendWith(SharedArchive.class)
class CaseContractIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone

    @Test
    void whoLodgesAnApplicationGetsNumberCodeDateAndChecklist(RunningArchive archive) {
        Answer received = archive.client("portal")
                .post(
                        "/api/v1/applications",
                        Forms.workPermit("RD-1", "Açılov"),
                        "On-Behalf-Of",
                        "c",
                        "Assurance",
                        "L1");

        JsonObject json = received.require(201).json();
        assertThat(received.header("Location")).contains("/api/v1/applications/" + json.getString("number"));
        assertThat(json).containsKeys("number", "accessCode", "decideBy", "checklist");
        assertThat(json.getJsonArray("checklist").getValuesAs(JsonObject.class))
                .filteredOn(line -> line.getBoolean("required"))
                .hasSize(7)
                .allMatch(line -> line.getString("state").equals("missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"channel\":\"portal\"', '\"channel\":\"social_media\"',          422, channel-not-accepted",
        "'\"channel\":\"portal\"', '\"channel\":\"post\"',                  422, channel-not-accepted",
        "'\"service\":\"WP\"',     '\"service\":\"NONE\"',                  422, service-unknown",
        "'\"unit\":\"RD-1\"',      '\"unit\":\"RD-99\"',                    422, unit-unknown",
        "'\"channel\":\"portal\"', '\"channel\":\"portal\",\"x\":1',        400, unknown-member",
        "'\"surname\"',            '\"surnam\"',                            400, unknown-member",
        "'\"service\":\"WP\",',    '',                                      400, malformed",
        "'\"term\":\"P1Y\"',       '\"term\":\"a year\"',                   400, malformed",
    })
    @Clause("SCO-1")
    void anApplicationThatIsNoneIsRefused(
            String part, String instead, int status, String code, RunningArchive archive) {
        String form = Forms.workPermit("RD-1", "Formalı").replace(part, instead);

        Answer refused = archive.client("portal").post("/api/v1/applications", form);

        refused.requireProblem(status, code);
        assertThat(refused.text()).doesNotContain("Formalı");
    }

    @Test
    void onlyThoseWhoMayIngestLodge(RunningArchive archive) {
        for (String user : List.of("officer", "auditor", "admin", "callcentre", "dpo")) {
            archive.client(user)
                    .post("/api/v1/applications", Forms.workPermit("RD-1", "X"))
                    .require(403);
        }
        archive.client("reception")
                .post("/api/v1/applications", Forms.workPermit("RD-1", "Y").replace("\"portal\"", "\"asan\""))
                .require(201);
    }

    @Test
    void theOfficerSeesTheCaseWholeAndFindsItByItsNumber(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Tapılov"));
        String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("found"));

        JsonObject seen =
                archive.staff("officer").view(lodged, "P-SERVICE").require(200).json();
        JsonObject found = archive.staff("officer")
                .search(lodged.number(), "P-SERVICE")
                .require(200)
                .json();

        assertThat(seen.getJsonArray("parties").toString()).contains("Tapılov").contains("Xəzər Tikinti MMC");
        assertThat(seen.getJsonArray("documents").getJsonObject(0).getString("id"))
                .isEqualTo(id);
        assertThat(seen.getString("state")).isEqualTo("open");
        assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(item -> assertThat(item.getString("number")).isEqualTo(lodged.number()));
    }

    @Test
    void theCallCentreSeesTheStatusOnlyWithNumberAndCode(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Zəngova"));
        Client agent = archive.client("callcentre");

        Answer withCode = agent.get(lodged.path(), lodged.asOwner()).require(200);

        assertThat(withCode.text()).contains("checklist").doesNotContain("Zəngova");
        agent.get(lodged.path() + "?purpose=P-STATUS").requireProblem(404, "not-found");
        agent.get(lodged.path(), "Access-Code", "AAAA-AAAA-AAAA").requireProblem(401, "code-refused");
    }

    @Test
    void eventsAreOfThePolicyOfThisCaseAndNotOfTheFuture(RunningArchive archive) {
        WorkPermit permit =
                WorkPermit.complete(archive, "RD-1", UUID.randomUUID().toString());
        LocalDate today = LocalDate.now(BAKU);
        Client officer = archive.client("officer");
        String path = permit.lodged().path() + "/events";

        officer.post(path, event("decision_final", "granted", today.plusDays(2)))
                .requireProblem(422, "event-not-accepted");
        officer.post(path, event("decision_final", "granted", today.minusDays(2)))
                .requireProblem(422, "event-not-accepted");
        officer.post(path, event("decision_final", "perhaps", today)).requireProblem(422, "event-not-accepted");
        officer.post(path, event("closed", "", today)).requireProblem(422, "event-not-accepted");
        officer.post(path, event("harvest", "", today)).requireProblem(422, "event-not-accepted");
        archive.client("officer2")
                .post(path, event("decision_final", "granted", today))
                .requireProblem(404, "not-found");
        officer.post(path, event("decision_final", "granted", today)).require(204);

        JsonObject seen =
                archive.staff("officer").view(permit.lodged(), "P-SERVICE").json();
        assertThat(seen.getString("state")).isEqualTo("decided");
        assertThat(seen.getJsonArray("events")).hasSize(1);
    }

    @Test
    void aCaseIsDecidedOnlyWhenItIsInWork(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Tələsənov"));

        archive.client("officer")
                .post(lodged.path() + "/events", event("decision_final", "granted", LocalDate.now(BAKU)))
                .requireProblem(422, "event-not-accepted");
    }

    @Test
    void aCaseIsInWorkBeforeItsFeeIsPaid(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Ödəməmiş"));
        Map<String, Sample> papers = WorkPermit.papers("unpaid");
        papers.remove("payment_receipt"); // policy: due before_card, no condition of completeness

        papers.forEach((kind, paper) -> archive.portal().uploaded(lodged, kind, paper));

        assertThat(archive.staff("officer").view(lodged, "P-SERVICE").json().getString("state"))
                .isEqualTo("in-work");
    }

    @Test
    void theSupervisorGivesACaseToAnotherOfficer(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Verilov"));
        String path = lodged.path() + "/assignment";
        String toOther = "{\"unit\":\"RD-2\",\"officer\":\"officer2\",\"reason\":\"moved to Gəncə\"}";

        archive.client("officer").post(path, toOther).requireProblem(404, "not-found");
        archive.client("supervisor").post(path, toOther).require(204);

        archive.staff("officer").view(lodged, "P-SERVICE").requireProblem(404, "not-found");
        archive.staff("officer2").view(lodged, "P-SERVICE").require(200);
        archive.client("supervisor").post(path, toOther).requireProblem(404, "not-found"); // no longer of RD-1
    }

    @Test
    void aWholeDeskIsHandedOver(RunningArchive archive) {
        String leaving = "leaving-" + UUID.randomUUID();
        Lodged one = archive.portal().lodge(Forms.workPermit("RD-1", "Birinci"));
        Lodged two = archive.portal().lodge(Forms.workPermit("RD-1", "İkinci"));
        for (Lodged lodged : List.of(one, two)) {
            String given = "{\"officer\":\"" + leaving + "\",\"reason\":\"desk\"}";
            archive.client("supervisor")
                    .post(lodged.path() + "/assignment", given)
                    .require(204);
            archive.staff("officer").view(lodged, "P-SERVICE").requireProblem(404, "not-found");
        }

        Answer handed = archive.client("supervisor")
                .post("/api/v1/assignments", "{\"from\":\"" + leaving + "\",\"to\":\"officer\"}");

        assertThat(handed.require(200).json().getInt("applications")).isEqualTo(2);
        archive.staff("officer").view(one, "P-SERVICE").require(200);
        archive.staff("officer").view(two, "P-SERVICE").require(200);
    }

    private static String event(String type, String outcome, LocalDate on) {
        String stated = outcome.isEmpty() ? "" : "\"outcome\":\"" + outcome + "\",";
        return "{\"type\":\"" + type + "\"," + stated + "\"on\":\"" + on + "\"}";
    }
}
