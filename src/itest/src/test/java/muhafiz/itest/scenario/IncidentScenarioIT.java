package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the data-protection officer learns of an incident, in one query. */
@ExtendWith(SharedArchive.class)
class IncidentScenarioIT {
    private static final String INCIDENTS = "/api/v1/incidents";

    private final Instant began = Instant.now().minusSeconds(2);
    private RunningArchive archive;
    private Client dpo;
    private Lodged lodged;
    private String read;
    private String unread;
    private String elsewhere;

    @BeforeEach
    void twoDocumentsOfWhichOneIsRead(RunningArchive running) {
        archive = running;
        dpo = archive.client("dpo");
        lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Sızanova"));
        read = archive.portal().uploaded(lodged, "passport", Sample.pdf("leaked " + UUID.randomUUID()));
        unread = archive.portal().uploaded(lodged, "photo", Sample.jpeg("not leaked " + UUID.randomUUID()));
        Lodged other = archive.portal().lodge(Forms.workPermit("RD-2", "Kənarov"));
        elsewhere = archive.portal().uploaded(other, "passport", Sample.pdf("of another unit " + UUID.randomUUID()));
        archive.awaitRead(read);
        archive.staff("officer").content(read, "P-SERVICE").require(200);
        archive.staff("officer2").content(elsewhere, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("DP-11: affected records, persons, readers and times of a document come from the log in one query")
    void whatADocumentsIncidentAffectsIsToldAtOnce() {
        JsonObject told = told("\"documents\":[\"" + read + "\"]");

        assertThat(texts(told, "documents")).containsExactly(read);
        assertThat(texts(told, "subjects")).containsExactly(applicant(read));
        List<JsonObject> readers = told.getJsonArray("readers").getValuesAs(JsonObject.class);
        assertThat(readers).anySatisfy(reader -> {
            assertThat(reader.getString("account")).isEqualTo("officer");
            assertThat(reader.getString("role")).isEqualTo("case_officer");
            assertThat(reader.getString("unit")).isEqualTo("RD-1");
            assertThat(reader.getInt("contents")).isEqualTo(1);
            assertThat(Instant.parse(reader.getString("first"))).isBetween(began, Instant.now());
        });
        assertThat(told.toString()).doesNotContain(unread, elsewhere, "officer2", "Sızanova");
    }

    @Test
    @DisplayName("DP-11: what an account did while it was in wrong hands, though no index joins accounts and persons")
    void whatAnAccountDidIsToldAtOnce() {
        JsonObject told = told("\"account\":\"officer2\"");

        assertThat(texts(told, "documents")).contains(elsewhere).doesNotContain(read, unread);
        assertThat(texts(told, "subjects")).contains(applicant(elsewhere)).doesNotContain(applicant(read));
        assertThat(told.getJsonArray("readers").getValuesAs(JsonObject.class))
                .extracting(reader -> reader.getString("account"))
                .containsOnly("officer2");
    }

    @Test
    @DisplayName(
            "DP-11: of a case all its documents are affected that somebody touched; a page goes on where the last ended")
    void aCasesIncidentIsToldInPages() {
        String id = opened("\"cases\":[\"" + lodged.number() + "\"]");
        JsonObject whole = dpo.get(path(id)).require(200).json();
        JsonObject first = dpo.get(path(id) + "?limit=1").require(200).json();
        JsonObject second = dpo.get(path(id) + "?limit=1&after=" + first.getInt("next"))
                .require(200)
                .json();

        assertThat(texts(whole, "documents")).contains(read);
        assertThat(first.getJsonArray("entries")).hasSize(1);
        assertThat(whole.getJsonArray("entries").subList(0, 2))
                .containsExactly(
                        first.getJsonArray("entries").get(0),
                        second.getJsonArray("entries").get(0));
    }

    @Test
    void nobodyElseLooksIntoIncidents() {
        String id = opened("\"documents\":[\"" + read + "\"]");

        for (String user : List.of("officer", "auditor", "records", "admin", "head")) {
            archive.client(user).get(path(id)).requireProblem(403, "not-allowed");
        }
        dpo.post(INCIDENTS, form("")).requireProblem(400, "malformed");
    }

    private JsonObject told(String concerns) {
        return dpo.get(path(opened(concerns))).require(200).json();
    }

    private String opened(String concerns) {
        return dpo.post(INCIDENTS, form("," + concerns)).require(201).json().getString("id");
    }

    private String form(String concerns) {
        return "{\"noticedAt\":\"" + Instant.now() + "\",\"from\":\"" + began + "\",\"to\":\""
                + Instant.now().plusSeconds(60) + "\",\"description\":\"a screen was photographed\"" + concerns + "}";
    }

    private static String path(String id) {
        return INCIDENTS + "/" + id;
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private String applicant(String document) {
        StringBuilder text = new StringBuilder();
        LogBook.of(archive)
                .query(
                        "select p.subject_id from archive.case_party p join archive.document d on d.case_id = p.case_id"
                                + " where p.role = 'applicant' and d.id = '" + document + "'",
                        row -> text.append(row.getString(1)));
        return text.toString();
    }
}
