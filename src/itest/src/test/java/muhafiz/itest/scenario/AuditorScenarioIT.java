package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.RealmFolder;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class AuditorScenarioIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int UNUSUAL = 50; // archive.properties, access.unusual-least

    @Test
    @DisplayName("AU-4: any past decision, replayed with its policy version: the same outcome and rule come out")
    void everyDecisionAboutAPersonReplaysToTheSameOutcomeAndRule(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Təkrarova"));
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("decided again"));
        archive.staff("officer").content(document, "P-SERVICE").require(200);
        archive.staff("officer2").content(document, "P-SERVICE").require(404);
        archive.client("dpo")
                .get("/api/v1/documents/" + document + "?purpose=P-OVERSIGHT&ref=A-1")
                .require(200);
        String person = applicantOf(archive, document);
        String by = "&subject=" + person + "&decision=" + decision(archive, person);

        List<JsonObject> decided = Patience.until(
                SOON,
                () -> decisions(archive, by),
                entries -> words(entries).containsAll(Set.of("ingest", "read_content", "read_meta", "denied")));

        for (JsonObject entry : decided) {
            JsonObject replay = archive.client("auditor")
                    .get("/api/v1/decisions/" + entry.getInt("seq") + "/replay?purpose=P-OVERSIGHT" + by)
                    .require(200)
                    .json();
            assertThat(replay.getBoolean("same")).as(replay.toString()).isTrue();
            assertThat(replay.getJsonObject("replayed").getString("rule")).isEqualTo(entry.getString("rule"));
            assertThat(replay.getJsonObject("replayed").getString("outcome")).isEqualTo(entry.getString("outcome"));
            assertThat(replay.getString("question"))
                    .contains("roles=" + entry.getString("role"))
                    .contains("class=RC-");
        }
    }

    @Test
    void aDecisionIsReplayedOnlyForWhoMaySeeWhatItWasAbout(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Gizliyeva"));
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("decided once"));
        String person = applicantOf(archive, document);
        String decision = decision(archive, person);
        String by = "&subject=" + person + "&decision=" + decision;
        JsonObject entry = Patience.until(SOON, () -> decisions(archive, by), entries -> !entries.isEmpty())
                .get(0);
        String path = "/api/v1/decisions/" + entry.getInt("seq") + "/replay?purpose=P-OVERSIGHT";

        archive.client("auditor").get(path).requireProblem(403, "not-allowed");
        archive.client("auditor")
                .get(path + "&subject=" + UUID.randomUUID() + "&decision=" + decision)
                .requireProblem(403, "not-allowed");
        archive.client("supervisor")
                .get(path.replace("P-OVERSIGHT", "P-RECORDS") + by)
                .requireProblem(403, "not-allowed");
        archive.client("dpo").get(path + "&ref=A-1" + by).require(200);
    }

    @Test
    @DisplayName("AU-6: people with reads outside their unit or usual volume stand out")
    void peopleWithReadsOutsideTheirUnitOrUsualVolumeStandOut(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Çoxoxunanova"));
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("read too often"));
        String account = "reader-" + UUID.randomUUID();
        String password = "reads-" + UUID.randomUUID();
        RealmFolder.of(archive).add(account, password, "case_officer", "unit:RD-1");
        archive.client("supervisor")
                .post(lodged.path() + "/assignment", "{\"officer\":\"" + account + "\",\"reason\":\"desk\"}")
                .require(204);
        Staff reader = new Staff(archive.clientWith(account, password));

        for (int read = 0; read < UNUSUAL; read++) {
            reader.describe(document, "P-SERVICE").require(200);
        }
        archive.staff("officer2").describe(document, "P-SERVICE").require(404);

        List<JsonObject> days = Patience.until(
                SOON, () -> unusual(archive), items -> becauseOf(items, "volume") && becauseOf(items, "unit"));
        assertThat(days)
                .anyMatch(day -> because(day).contains("volume")
                        && day.getInt("reads") >= UNUSUAL
                        && day.getInt("usual") == 0
                        && day.getInt("otherUnits") == 0)
                .anyMatch(day -> because(day).contains("unit") && day.getInt("otherUnits") > 0)
                .noneMatch(day -> day.toString().contains(account));
    }

    @Test
    @DisplayName("PRO-6: grants are listed, since when and by which policy, and their review is signed")
    @Clause("PRO-6")
    void grantsAreListedAndTheirReviewIsSigned(RunningArchive archive) {
        JsonObject register = archive.client("dpo")
                .get("/api/v1/grants?purpose=P-OVERSIGHT&ref=A-1")
                .require(200)
                .json();

        JsonObject officer = holder(register, "officer");
        assertThat(officer.getString("role")).isEqualTo("case_officer");
        assertThat(officer.getString("unit")).isEqualTo("RD-1");
        assertThat(Instant.parse(officer.getString("since"))).isBefore(Instant.now());
        assertThat(officer.getJsonArray("grants").getValuesAs(JsonObject.class))
                .anyMatch(grant -> grant.getJsonArray("actions").toString().contains("read_content")
                        && grant.getJsonArray("when").toString().contains("assigned_case"));
        assertThat(holder(register, "admin").getJsonArray("grants").toString())
                .doesNotContain("read_content")
                .doesNotContain("read_meta");
        assertThat(Instant.parse(register.getString("inForceFrom"))).isBefore(Instant.now());
        assertThat(register.getJsonArray("approvals")).isEmpty(); // the version that came along
        assertThat(register.getString("digest")).isEqualTo(digest(register));

        String review = "{\"digest\":\"" + register.getString("digest") + "\",\"findings\":\"as it should be\"}";
        archive.client("auditor")
                .post("/api/v1/grants/reviews?purpose=P-OVERSIGHT", review)
                .require(201);
        assertThat(archive.client("auditor")
                        .get("/api/v1/grants?purpose=P-OVERSIGHT")
                        .json()
                        .isNull("lastReview"))
                .isFalse();
    }

    /** As the contract describes it, made by the JDK. */
    private static String digest(JsonObject register) {
        String lines = register.getString("policySha256") + "\n"
                + register.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(item -> item.getString("account") + "\t" + item.getString("role") + "\t"
                                + item.getString("unit") + "\t" + (item.isNull("blockedSince") ? "active" : "blocked")
                                + "\n")
                        .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject holder(JsonObject register, String account) {
        return register.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("account").equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> unusual(RunningArchive archive) {
        LocalDate today = LocalDate.now(BAKU);
        String path = "/api/v1/reports/unusual-access?from=" + today.minusDays(1) + "&to=" + today;
        return archive.client("auditor")
                .get(path + "&purpose=P-OVERSIGHT")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static boolean becauseOf(List<JsonObject> days, String ground) {
        return days.stream().anyMatch(day -> because(day).contains(ground));
    }

    private static String because(JsonObject day) {
        return day.getJsonArray("because").toString();
    }

    /** Entries that hold a question, with their details. */
    private static List<JsonObject> decisions(RunningArchive archive, String by) {
        Answer answer = archive.client("auditor")
                .get("/log/entries?purpose=P-OVERSIGHT&limit=500" + by)
                .require(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.containsKey("details"))
                .filter(item ->
                        item.getJsonObject("details").getJsonObject("facts").containsKey("question"))
                .filter(item -> item.getJsonObject("details").containsKey("case"))
                .toList();
    }

    private static Set<String> words(List<JsonObject> entries) {
        return entries.stream().map(entry -> entry.getString("action")).collect(Collectors.toSet());
    }

    private static String decision(RunningArchive archive, String person) {
        Instant now = Instant.now();
        String form = "{\"subject\":\"" + person + "\",\"from\":\"2000-01-01T00:00:00Z\",\"to\":\""
                + now.plus(Duration.ofDays(1)) + "\",\"reason\":\"audit\",\"until\":\"" + now.plusSeconds(3600) + "\"}";
        return archive.client("dpo")
                .post("/log/decisions?purpose=P-OVERSIGHT&ref=A-1", form)
                .require(201)
                .json()
                .getString("id");
    }

    private static String applicantOf(RunningArchive archive, String document) {
        StringBuilder person = new StringBuilder();
        LogBook.of(archive)
                .query(
                        "select p.subject_id from archive.case_party p join archive.document d on d.case_id = p.case_id"
                                + " where p.role = 'applicant' and d.id = '" + document + "'",
                        row -> person.append(row.getString(1)));
        return person.toString();
    }
}
