package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.log.Outsider;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import net.lingala.zip4j.exception.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The answer to a person who asks what is kept of them, against what was written down while it was handed in. */
@ExtendWith(SharedArchive.class)
class AnswerScenarioIT {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String STATED = "?purpose=P-RIGHTS";
    private static final String NEIGHBOUR = "Qonşuyev";
    private static final String EMPLOYER = "1400999901"; // the other party of Forms.workPermit

    private final String cabinet = "cabinet-" + UUID.randomUUID();
    private final String canary = "N" + cabinet.substring(30).toUpperCase(Locale.ROOT);

    /** What was handed in: the bytes by the document's id. */
    private final Map<String, byte[]> ledger = new LinkedHashMap<>();

    private final Map<String, Lodged> cases = new LinkedHashMap<>();
    private Client dpo;
    private Client portal;

    @BeforeEach
    void aPersonWithCasesAndANeighbour(RunningArchive archive) {
        dpo = archive.client("dpo");
        portal = archive.client("portal");
        handIn(archive, 2, 2);
        Lodged other = archive.portal().lodge(Forms.workPermitOf("RD-1", NEIGHBOUR, "Leyla", canary));
        archive.portal().uploaded(other, "passport", Sample.pdf("neighbour " + canary));
    }

    /** So many applications with so many documents each. */
    private void handIn(RunningArchive archive, int applications, int documents) {
        for (int i = 0; i < applications; i++) {
            JsonObject made = as("L2", "/api/v1/applications", Forms.workPermit("RD-1", "Soruşanov"))
                    .require(201)
                    .json();
            Lodged lodged = new Lodged(made.getString("number"), made.getString("accessCode"));
            cases.put(lodged.number(), lodged);
            for (int paper = 0; paper < documents; paper++) {
                String kind = paper % 2 == 0 ? "passport" : "photo";
                Sample sample =
                        paper % 2 == 0 ? Sample.pdf(lodged.number() + paper) : Sample.jpeg(lodged.number() + paper);
                ledger.put(archive.portal().uploaded(lodged, kind, sample), sample.bytes());
            }
        }
    }

    @Test
    @DisplayName("AP-6, DP-2: the answer is complete, is checked offline, and tells nothing of anybody else")
    @Clause("RGT-1")
    void theAnswerIsCompleteAndHoldsNothingOfOthers(RunningArchive archive) throws Exception {
        handIn(archive, 4, 9);
        assertThat(cases).hasSize(6);
        assertThat(ledger).hasSize(40);
        String read = ledger.keySet().iterator().next();
        archive.awaitRead(read);
        archive.staff("officer").content(read, "P-SERVICE").require(200);
        String request = lodged("ACCESS");
        dpo.get(path(request) + "/answer" + STATED).requireProblem(409, "request-decided");
        granted(request);

        byte[] zip = dpo.get(path(request) + "/answer" + STATED).require(200).body();

        Map<String, byte[]> files = unpacked(zip);
        JsonObject data = json(files.get("data.json"));
        assertThat(data.getJsonArray("cases").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("number"))
                .containsExactlyInAnyOrderElementsOf(cases.keySet());
        List<JsonObject> papers = data.getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                .flatMap(one -> one.getJsonArray("documents").getValuesAs(JsonObject.class).stream())
                .toList();
        assertThat(papers).extracting(one -> one.getString("id")).containsExactlyInAnyOrderElementsOf(ledger.keySet());
        for (JsonObject paper : papers) {
            assertThat(paper.keySet())
                    .contains("class", "source", "legalBasis", "purpose", "policyVersion", "retention", "receivedAt");
            assertThat(files.get(paper.getString("file"))).isEqualTo(ledger.get(paper.getString("id")));
        }
        assertThat(data.getJsonArray("readings").getValuesAs(JsonObject.class)).anySatisfy(one -> {
            assertThat(one.getString("what")).isEqualTo("read_content");
            assertThat(one.getString("document")).isEqualTo(read);
            assertThat(one.getString("purpose")).isEqualTo("P-SERVICE");
            assertThat(one.getString("role")).isEqualTo("case_officer");
            assertThat(one.getString("unit")).isEqualTo("RD-1");
        });
        assertThat(data.getJsonArray("requests").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("number"))
                .containsExactly(request);
        assertThat(data.getJsonObject("coverage").getInt("documents")).isEqualTo(ledger.size());
        assertThat(data.getJsonObject("coverage").getString("backups")).isNotBlank();
        assertThat(data.getJsonArray("appeal")).hasSize(3); // LOI art. 21.3
        assertThat(files).containsKey("letter.pdf").containsKey("log/listing-1.json");
        files.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain(NEIGHBOUR, canary, EMPLOYER, "Xəzər Tikinti"));

        Outsider outsider = Outsider.of(archive, "answer");
        String said = outsider.verify("package", outsider.keep("answer.zip", zip))
                .require(0)
                .words();
        assertThat(said).contains("request " + request).doesNotContain("BROKEN");
        byte[] forged = zip.clone();
        int place = new String(zip, StandardCharsets.ISO_8859_1).indexOf("receivedAt");
        forged[place] = 'R';
        assertThat(outsider.verify("package", outsider.keep("forged.zip", forged))
                        .code())
                .as("a changed byte is found")
                .isNotZero();
    }

    @Test
    @DisplayName("AP-6: whoever asked fetches it at level L2; nobody else, and not at a lower level")
    void whoeverAskedFetchesIt() throws Exception {
        String request = lodged("ACCESS");
        granted(request);

        String answer = path(request) + "/answer";
        byte[] zip = portal.get(answer, "On-Behalf-Of", cabinet, "Assurance", "L2")
                .require(200)
                .body();

        assertThat(unpacked(zip)).containsKeys("data.json", "manifest.note");
        portal.get(answer, "On-Behalf-Of", cabinet, "Assurance", "L1").requireProblem(403, "not-allowed");
        portal.get(answer, "On-Behalf-Of", "cabinet-another", "Assurance", "L2").requireProblem(404, "not-found");
    }

    @Test
    @DisplayName("AP-6: for another way than the portal it is encrypted, and the passphrase comes apart")
    void forAnotherWayItIsEncrypted() throws Exception {
        String request = lodged("ACCESS");
        granted(request);
        String answer = path(request) + "/answer" + STATED;

        Answer locked = dpo.get(answer + "&encrypted=true").require(200);

        String passphrase = locked.header("Passphrase").orElseThrow();
        assertThat(dpo.get(answer + "&encrypted=true").header("Passphrase")).isNotEqualTo(Optional.of(passphrase));
        assertThat(dpo.get(answer).header("Passphrase")).isEmpty();
        assertThat(new String(locked.body(), StandardCharsets.ISO_8859_1))
                .contains(request + ".zip")
                .doesNotContain("data.json", "letter.pdf", "Soruşanov", passphrase);
        assertThat(unpacked(opened(locked.body(), passphrase))).containsKeys("data.json", "manifest.note");
        assertThatThrownBy(() -> opened(locked.body(), passphrase.replace('-', '+')))
                .isInstanceOf(ZipException.class);
    }

    /** The one file of an encrypted ZIP. */
    private static byte[] opened(byte[] zip, String passphrase) throws IOException {
        try (var in = new net.lingala.zip4j.io.inputstream.ZipInputStream(
                new ByteArrayInputStream(zip), passphrase.toCharArray())) {
            in.getNextEntry();
            return in.readAllBytes();
        }
    }

    @Test
    @DisplayName("DP-2: who has the same document under another spelling is offered, and is a subject once confirmed")
    void whoMayBeTheSameIsOffered(RunningArchive archive) {
        String request = lodged("ACCESS");
        archive.portal().lodge(Forms.workPermit("RD-1", "Soruşanof"));

        JsonObject coverage =
                dpo.get(path(request) + "/coverage" + STATED).require(200).json();

        assertThat(coverage.getJsonObject("sources").getInt("cases")).isEqualTo(cases.size());
        assertThat(coverage.getJsonObject("sources").getInt("documents")).isEqualTo(ledger.size());
        assertThat(coverage.getJsonArray("candidates").getValuesAs(JsonObject.class))
                .anySatisfy(one -> assertThat(one.getString("role")).isEqualTo("applicant"));
        assertThat(coverage.getJsonArray("candidates").toString())
                .as("ids only")
                .doesNotContain("Soruşanof", NEIGHBOUR, canary);
    }

    @Test
    @DisplayName("the person's own view: what is kept, why, until when, and who looked")
    void thePersonSeesTheirOwn(RunningArchive archive) {
        String read = ledger.keySet().iterator().next();
        archive.awaitRead(read);
        archive.staff("officer").content(read, "P-SERVICE").require(200);
        String request = lodged("ACCESS");

        assertThat(own(""))
                .extracting(one -> one.getString("number"))
                .containsExactlyInAnyOrderElementsOf(cases.keySet());
        assertThat(own("/documents"))
                .extracting(one -> one.getString("id"))
                .containsExactlyInAnyOrderElementsOf(ledger.keySet());
        assertThat(own("/documents"))
                .allSatisfy(one -> assertThat(one.keySet()).contains("legalBasis", "purpose", "retention"));
        assertThat(own("/readings")).anySatisfy(one -> {
            assertThat(one.getString("what")).isEqualTo("read_content");
            assertThat(one.getString("document")).isEqualTo(read);
            assertThat(one.getString("unit")).isEqualTo("RD-1");
        });
        assertThat(own("/requests")).extracting(one -> one.getString("number")).containsExactly(request);
        portal.get("/api/v1/me", "On-Behalf-Of", "nobody-" + cabinet, "Assurance", "L1")
                .require(200);
        dpo.get("/api/v1/me").requireProblem(403, "not-allowed");
    }

    private List<JsonObject> own(String part) {
        return portal.get("/api/v1/me" + part, "On-Behalf-Of", cabinet, "Assurance", "L1")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    @Test
    @DisplayName("a proof of sources tells whence everything is, without the documents")
    void aProofOfSourcesHandsOutNoDocuments() throws Exception {
        String request = lodged("SOURCE_PROOF");
        granted(request);

        Map<String, byte[]> files = unpacked(
                dpo.get(path(request) + "/answer" + STATED).require(200).body());

        assertThat(files).containsOnlyKeys("letter.pdf", "data.json", "manifest.note");
        assertThat(json(files.get("data.json")).getJsonArray("cases").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("source"))
                .hasSize(cases.size())
                .doesNotContainNull();
    }

    private Answer as(String level, String path, String form) {
        return portal.post(path, form, "On-Behalf-Of", cabinet, "Assurance", level);
    }

    private String lodged(String kind) {
        return as("L2", REQUESTS, "{\"kind\":\"" + kind + "\"}")
                .require(201)
                .json()
                .getString("number");
    }

    private void granted(String request) {
        dpo.post(path(request) + "/decision", "{\"outcome\":\"granted\"}").require(200);
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
