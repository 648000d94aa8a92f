package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A parent asks for what is kept of their child. */
@ExtendWith(SharedArchive.class)
class ParentScenarioIT {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String STATED = "?purpose=P-RIGHTS";
    private static final String GRANTED = "{\"outcome\":\"granted\"}";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Baku"));

    private final String parent = "cabinet-" + UUID.randomUUID();
    private Client dpo;
    private Client portal;

    @BeforeEach
    void clients(RunningArchive archive) {
        dpo = archive.client("dpo");
        portal = archive.client("portal");
    }

    @Test
    @DisplayName("AP-12: the parent of a minor is given the child's data; an authority is named")
    @Clause("RGT-1")
    void aParentIsGivenTheChildsData(RunningArchive archive) throws Exception {
        Lodged child = child(archive, TODAY.minusYears(18).plusDays(2));
        Sample passport = Sample.pdf("child " + parent);
        archive.portal().uploaded(child, "passport", passport);
        String form = form(child, "parent");
        asParent(REQUESTS, form.replace(",\"authority\":\"birth certificate AA 12345\"", ""))
                .requireProblem(400, "malformed");

        String request = lodged(form);
        decide(request, GRANTED).require(200);

        Map<String, byte[]> files = unpacked(answer(request).require(200).body());
        assertThat(files.values()).anyMatch(bytes -> Arrays.equals(bytes, passport.bytes()));
        assertThat(new String(files.get("data.json"), StandardCharsets.UTF_8)).contains(child.number());
        dpo.get(path(request) + "/answer" + STATED).require(200);
    }

    @Test
    @DisplayName("AP-12: from the eighteenth birthday on nothing is granted to a parent or guardian")
    void ofWhoIsOfAgeNothingIsGranted(RunningArchive archive) {
        Lodged grown = child(archive, TODAY.minusYears(18));
        for (String capacity : List.of("parent", "guardian")) {
            String request = lodged(form(grown, capacity));

            decide(request, GRANTED).requireProblem(422, "outcome-not-accepted");
            decide(request, "{\"outcome\":\"partly_granted\",\"ground\":\"RG-OTHERS\"}")
                    .requireProblem(422, "outcome-not-accepted");

            JsonObject refused = decide(request, "{\"outcome\":\"refused\",\"ground\":\"RG-OTHERS\"}")
                    .require(200)
                    .json();
            assertThat(refused.getJsonObject("decision").getJsonArray("appeal")).isNotEmpty();
            answer(request).requireProblem(404, "not-found");
        }
        String byThemselves = lodged(form(grown, "representative"));
        decide(byThemselves, GRANTED).require(200);
    }

    @Test
    @DisplayName("AP-12: an answer that was granted before is no longer given once the child is of age")
    void aGrantEndsWithFullAge(RunningArchive archive) {
        Lodged child = child(archive, TODAY.minusYears(18).plusDays(2));
        String evidence = archive.portal().uploaded(child, "passport", Sample.pdf("day of birth " + parent));
        String request = lodged(form(child, "parent"));
        decide(request, GRANTED).require(200);
        answer(request).require(200);

        born(archive, child, TODAY.minusYears(18), evidence);

        answer(request).requireProblem(403, "not-allowed");
        dpo.get(path(request) + "/answer" + STATED).requireProblem(403, "not-allowed");
        born(archive, child, TODAY.minusYears(17), evidence);
        answer(request).require(200);
    }

    @Test
    @DisplayName("AP-12: what reveals a secret of origin is left out, with its ground, and its kind is not told")
    void aSecretOfOriginIsLeftOut(RunningArchive archive) throws Exception {
        Lodged child = child(archive, TODAY.minusYears(9));
        String open = archive.portal().uploaded(child, "passport", Sample.pdf("open " + parent));
        Sample adoption = Sample.jpeg("adoption " + parent);
        String secret = archive.portal().uploaded(child, "photo", adoption);
        String request = lodged(form(child, "parent"));
        String withheld = "{\"outcome\":\"%s\",\"ground\":\"%s\",\"withheld\":[\"%s\"]}";
        decide(request, withheld.formatted("partly_granted", "RG-OTHERS", secret))
                .requireProblem(422, "outcome-not-accepted");
        decide(request, withheld.formatted("granted", "RG-ORIGIN", secret)).requireProblem(422, "outcome-not-accepted");
        decide(request, withheld.formatted("partly_granted", "RG-ORIGIN", UUID.randomUUID()))
                .requireProblem(422, "outcome-not-accepted");

        JsonObject decided = decide(request, withheld.formatted("partly_granted", "RG-ORIGIN", secret))
                .require(200)
                .json();

        assertThat(decided.getJsonObject("decision").getJsonObject("ground").toString())
                .contains("38.5.1");
        Map<String, byte[]> files = unpacked(answer(request).require(200).body());
        assertThat(files.values()).noneMatch(bytes -> Arrays.equals(bytes, adoption.bytes()));
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("log/")).contains("documents/" + open + ".pdf");
        List<JsonObject> papers = json(files.get("data.json"))
                .getJsonArray("cases")
                .getJsonObject(0)
                .getJsonArray("documents")
                .getValuesAs(JsonObject.class);
        assertThat(papers).hasSize(2);
        assertThat(papers)
                .filteredOn(paper -> paper.getString("id").equals(secret))
                .singleElement()
                .satisfies(paper -> assertThat(paper.keySet())
                        .containsExactlyInAnyOrder("id", "class", "receivedAt", "retention", "leftOut"))
                .satisfies(paper -> assertThat(paper.getString("leftOut")).isEqualTo("RG-ORIGIN"));
    }

    @Test
    @DisplayName("LOI 38.5.1 is about minors: of a person of age no secret of origin is pleaded")
    void theGroundIsForMinors(RunningArchive archive) {
        Lodged grown = child(archive, TODAY.minusYears(30));
        String request = lodged(form(grown, "representative"));

        decide(request, "{\"outcome\":\"refused\",\"ground\":\"RG-ORIGIN\"}")
                .requireProblem(422, "outcome-not-accepted");
    }

    private static Lodged child(RunningArchive archive, LocalDate born) {
        return archive.portal()
                .lodge("""
                        {"service":"WP","unit":"RD-1","channel":"portal","term":"P1Y","parties":[
                         {"role":"applicant","surname":"Uşaqov","givenNames":"Anar","birthDate":"%s","nationality":"TUR",
                          "documentNumber":"%s"}]}
                        """.formatted(born, "K" + UUID.randomUUID().toString().substring(0, 8)));
    }

    private static String form(Lodged child, String capacity) {
        return """
                {"kind":"ACCESS","subject":"%s","channel":"portal",
                 "requester":{"surname":"Uşaqova","givenNames":"Sevda","capacity":"%s","authority":"birth certificate AA 12345"}}
                """.formatted(child.number(), capacity);
    }

    /** The office corrects the day of birth: the only way in which a test's child grows up. */
    private static void born(RunningArchive archive, Lodged child, LocalDate day, String evidence) {
        String person = archive.staff("officer")
                .view(child, "P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("parties")
                .getJsonObject(0)
                .getString("subject");
        archive.client("officer")
                .post(
                        "/api/v1/subjects/" + person + "/corrections",
                        "{\"field\":\"birthDate\",\"value\":\"" + day + "\",\"evidence\":\"" + evidence + "\"}")
                .require(204);
    }

    private Answer asParent(String path, String form) {
        return portal.post(path, form, "On-Behalf-Of", parent, "Assurance", "L2");
    }

    /** Of an application that another cabinet lodged: that the parent is known proves nothing of the child yet. */
    private String lodged(String form) {
        String request = asParent(REQUESTS, form).require(201).json().getString("number");
        decide(request, GRANTED).requireProblem(409, "identity-needed");
        dpo.post(path(request) + "/identity", "{\"level\":\"L2\",\"method\":\"passport_in_person\"}")
                .require(200);
        return request;
    }

    private Answer decide(String request, String word) {
        return dpo.post(path(request) + "/decision", word);
    }

    private Answer answer(String request) {
        return portal.get(path(request) + "/answer", "On-Behalf-Of", parent, "Assurance", "L2");
    }

    private static String path(String request) {
        return REQUESTS + "/" + request;
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static JsonObject json(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }
}
