package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class BorderScenarioIT {
    private static final String ASK = "/api/v1/border/queries?purpose=P-CONTROL";

    @Test
    @DisplayName("OF-6: a border hit: hit/no-hit first, then minimum fields with a reason")
    void hitOrNoHitFirstThenTheLeastWithAReason(RunningArchive archive) {
        String number = number();
        archive.client("control")
                .post("/api/v1/applications", Forms.entryBan("Sərhədov", number))
                .require(201);
        LogBook.Mark log = LogBook.of(archive).mark();

        Answer asked = ask(archive, number).require(201);
        Answer told = fields(archive.client("border"), asked).require(200);

        assertThat(asked.json().keySet()).containsExactlyInAnyOrder("id", "hit");
        assertThat(asked.json().getBoolean("hit")).isTrue();
        JsonObject hit = told.json().getJsonArray("items").getJsonObject(0);
        assertThat(told.json().getJsonArray("items")).hasSize(1);
        assertThat(hit.keySet()).containsExactlyInAnyOrder("class", "unit", "since", "person");
        assertThat(hit.getString("class")).isEqualTo("RC-BAN");
        assertThat(hit.getJsonObject("person").keySet())
                .containsExactlyInAnyOrder("surname", "givenNames", "birthDate", "nationality", "documentNumber");
        assertThat(hit.getJsonObject("person").getString("surname")).isEqualTo("Sərhədov");
        assertThat(log.since().stream().map(entry -> entry.publicPart().action()))
                .containsExactlyInAnyOrder("search", "read_meta");
    }

    @Test
    void whoIsKnownForSomethingElseIsNoHit(RunningArchive archive) {
        String number = number();
        archive.portal().lodge(Forms.workPermitOf("RD-1", "İşləyənov", "Tahir", number));

        Answer known = ask(archive, number).require(201);
        Answer unknown = ask(archive, number()).require(201);

        assertThat(known.json().getBoolean("hit")).isFalse();
        assertThat(unknown.json().getBoolean("hit")).isFalse();
        fields(archive.client("border"), known).requireProblem(404, "not-found");
    }

    @Test
    void aHitIsNobodysButWhoAsked(RunningArchive archive) {
        String number = number();
        archive.client("control")
                .post("/api/v1/applications", Forms.entryBan("Başqasov", number))
                .require(201);
        Answer asked = ask(archive, number).require(201);
        LogBook.Mark log = LogBook.of(archive).mark();

        archive.client("control")
                .get("/api/v1/border/queries/" + asked.json().getString("id") + "/fields?purpose=P-CONTROL&ref=A-1")
                .requireProblem(404, "not-found");
        archive.client("control")
                .post(ASK + "&ref=A-1", Forms.atCheckpoint(number))
                .requireProblem(403, "not-allowed");
        archive.client("officer").post(ASK, Forms.atCheckpoint(number)).requireProblem(403, "purpose-not-granted");

        assertThat(log.since())
                .hasSize(3)
                .allMatch(entry -> entry.publicPart().action().equals("denied"));
    }

    @Test
    void withoutAReasonOrACheckpointNothingIsAsked(RunningArchive archive) {
        String form = Forms.atCheckpoint(number());
        Client border = archive.client("border");

        border.post(ASK, form.replace("first line", " ")).requireProblem(400, "malformed");
        border.post(ASK, form.replace("Biləsuvar", "")).requireProblem(400, "malformed");
        border.post("/api/v1/border/queries", form).requireProblem(400, "purpose-required");
    }

    private static Answer ask(RunningArchive archive, String number) {
        return archive.client("border").post(ASK, Forms.atCheckpoint(number));
    }

    private static Answer fields(Client client, Answer asked) {
        return client.get("/api/v1/border/queries/" + asked.json().getString("id") + "/fields?purpose=P-CONTROL");
    }

    private static String number() {
        return UUID.randomUUID().toString().substring(24);
    }
}
