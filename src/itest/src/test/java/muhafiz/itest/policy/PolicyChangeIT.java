package muhafiz.itest.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** requirements.md §1.8 and §4: the policy changes by draft, approvals, publication and notice, and in no other way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyChangeIT {
    private static final String NAME = "policy-change";
    private static final Path CONFIG = RunningArchive.homeOf(NAME + "-config");
    private static final String VERSIONS = "/api/v1/policy/versions";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final int NOTICE = 14; // policy_change.min_notice, in days
    private static final Duration SOON = Duration.ofSeconds(30);

    private static RunningArchive archive;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start(NAME);
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @Order(0)
    @DisplayName("AD-5: an unknown class, a class without retention, 15 services: start is refused with the lines")
    void aFirstFileThatCannotBeEnforcedStopsTheStartWithTheLines() {
        PolicyText broken = PolicyText.shipped()
                .with("{role: training_officer, classes: [RC-TRAIN]", "{role: training_officer, classes: [RC-NONE]")
                .with("retention: {trigger: course_ended, period: P1Y, action: shred, status: assumed}", "x: y")
                .without("  - {nr: 16, id: QUEUE", "not_offered:");
        UnaryOperator<StandSettings> change = settings -> settings.withConfig(ChangedConfig.of(settings, CONFIG)
                .with("policy.yaml", PolicyText.shipped().yaml(), broken.yaml())
                .folder());

        assertThatThrownBy(() -> RunningArchive.start(NAME + "-refused", change).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("line " + broken.lineOf("{role: training_officer"))
                .hasMessageContaining("line " + broken.lineOf("  RC-TRAIN:"))
                .hasMessageContaining("line " + broken.lineOf("eservices:") + ", eservices: 15 e-services");
    }

    @Test
    @Order(1)
    @DisplayName("DP-10, POL-5: a new policy with placeholders is not published, and the lines are told")
    @Clause("POL-5")
    void noPolicyIsPublishedWhileAnythingIsOpen() {
        PolicyText draft = PolicyText.shipped().numbered(2, 1).keepingWorkPermitsLonger();
        draft(draft).require(201);
        approve("dpo", 2, draft).require(200);
        approve("head", 2, draft).require(200);

        Answer refused = publish(2, today().plusDays(NOTICE + 1));

        refused.requireProblem(422, "policy-open");
        assertThat(lines(refused))
                .contains(draft.lineOf("    address: null"), draft.lineOf("    phone:"), draft.lineOf("act: null"));
        assertThat(policy().getBoolean("published")).isFalse();
    }

    @Test
    @Order(1)
    void aDraftThatCannotBeEnforcedIsRefusedWithEveryLine() {
        PolicyText broken = PolicyText.shipped()
                .numbered(2, 1)
                .with("{role: training_officer, classes: [RC-TRAIN]", "{role: training_officer, classes: [RC-NONE]")
                .with("attempts: 5", "attempts: five");

        Answer refused = draft(broken);

        refused.requireProblem(422, "policy-refused");
        assertThat(lines(refused)).contains(broken.lineOf("{role: training_officer"), broken.lineOf("attempts: five"));
    }

    @Test
    @Order(1)
    void aDraftSupersedesTheNewestVersion() {
        draft(PolicyText.shipped().numbered(3, 2)).requireProblem(409, "version-changed");
        draft(PolicyText.shipped()).requireProblem(409, "not-a-draft");
    }

    @Test
    @Order(2)
    @DisplayName("POL-3: a new purpose on old data needs a new basis")
    @Clause("POL-3")
    void aNewPurposeOnOldDataIsApprovedOnANewBasisOnly() {
        PolicyText draft = PolicyText.shipped().numbered(2, 1).usingTrainingForStatistics();
        JsonObject kept = draft(draft).require(201).json();

        JsonObject use = kept.getJsonArray("newUses").getJsonObject(0);
        assertThat(use.getString("class")).isEqualTo("RC-TRAIN");
        assertThat(use.getString("purpose")).isEqualTo("P-STATS");
        assertThat(use.getBoolean("hasNewBasis")).isFalse();
        Answer refused = approve("head", 2, draft);
        refused.requireProblem(422, "basis-needed");
        assertThat(lines(refused)).containsExactly(draft.lineOf("  RC-TRAIN:"));

        PolicyText founded = draft.with(
                "purpose: P-SERVICE, purpose_status: assumed, basis: {is: LB-LAW, act: MC, article: null, status: assumed}}\n"
                        + "  RC-LETTER:",
                "purpose: P-SERVICE, purpose_status: assumed, basis: {is: LB-LAW, act: MC, article: \"5\", status: assumed}}\n"
                        + "  RC-LETTER:");
        draft(founded).require(201);
        approve("head", 2, founded).require(200);
    }

    @Test
    @Order(3)
    @DisplayName("POL-1: what would change is told before anybody approves it")
    void aSimulationTellsWhatWouldChange() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Siyasətova"));
        archive.portal().uploaded(lodged, "photo", Sample.jpeg("simulated"));
        archive.client("officer")
                .post(lodged.path() + "/events", "{\"type\":\"permit_expired\",\"on\":\"" + today() + "\"}")
                .require(204);
        draft(next()).require(201);

        JsonObject told = archive.client("head")
                .post(VERSIONS + "/2/simulation", "{}")
                .require(200)
                .json();

        JsonObject permits = objects(told, "classes")
                .filter(one -> one.getString("class").equals("RC-WP"))
                .findFirst()
                .orElseThrow();
        assertThat(permits.getInt("documents")).isEqualTo(1);
        assertThat(permits.getJsonObject("before").getString("period")).isEqualTo("P5Y");
        assertThat(permits.getJsonObject("after").getString("period")).isEqualTo("P7Y");
        assertThat(objects(told, "classes").count()).isEqualTo(1);
        JsonObject ends = objects(told, "ends").findFirst().orElseThrow();
        assertThat(objects(told, "ends").count()).isEqualTo(1);
        assertThat(ends)
                .isEqualTo(Json.createObjectBuilder()
                        .add("class", "RC-WP")
                        .add("documents", 1)
                        .add("earlier", 0)
                        .add("later", 1)
                        .add("before", Json.createObjectBuilder().add(Integer.toString(today().getYear() + 5), 1))
                        .add("after", Json.createObjectBuilder().add(Integer.toString(today().getYear() + 7), 1))
                        .add("inConflict", 0)
                        .build());
    }

    @Test
    @Order(4)
    void aVersionIsApprovedByTheOfficerAndTheHeadOfService() {
        draft(next()).require(201);

        approve("dpo", 2, PolicyText.shipped()).requireProblem(409, "version-changed");
        approve("records", 2, next()).requireProblem(403, "not-allowed");
        JsonObject first = approve("dpo", 2, next()).require(200).json();
        approve("dpo2", 2, next()).require(200);
        publish(2, today().plusDays(NOTICE + 1)).requireProblem(409, "approvals-missing");
        JsonObject second = approve("head", 2, next()).require(200).json();

        assertThat(first.getJsonArray("missing")).hasToString("[\"head_of_service\"]");
        assertThat(second.getJsonArray("missing")).isEmpty();
    }

    @Test
    @Order(5)
    @DisplayName("POL-1, POL-2: a change is a new version with its day, told at least 14 days before")
    @Clause({"POL-1", "POL-2"})
    void aVersionIsPublishedWithItsNotice() {
        publish(2, today().plusDays(NOTICE - 1)).requireProblem(422, "notice-too-short");
        publish(2, today()).requireProblem(422, "notice-too-short");
        LogBook.Mark before = LogBook.of(archive).mark();
        JsonObject published =
                publish(2, today().plusDays(NOTICE + 1)).require(200).json();

        assertThat(before.since())
                .extracting(entry -> entry.publicPart().action())
                .containsExactly("policy_change");
        assertThat(published.getBoolean("published")).isTrue();
        assertThat(published.getBoolean("inForce")).isFalse();
        assertThat(published.getString("inForceFrom"))
                .isEqualTo(today().plusDays(NOTICE + 1)
                        .atStartOfDay(BAKU)
                        .toInstant()
                        .toString());
        assertThat(policy().getInt("version")).isEqualTo(1);
        draft(next()).requireProblem(409, "not-a-draft");
        assertThat(objects(archive.stranger().get(VERSIONS).require(200).json(), "items")
                        .map(one -> one.getInt("version")))
                .containsExactly(2, 1);
    }

    @Test
    @Order(6)
    @DisplayName("AP-11: before its day the notice and the diff are shown, and since when is kept")
    @Clause("POL-2")
    void theNoticeShowsTheDiffAndKeepsWhenItWasFirstShown() {
        JsonObject notice = notice("en");
        String shown = "/api/v1/policy/notices/" + notice.getString("id") + "/shown";

        assertThat(notice.getBoolean("material")).isTrue();
        assertThat(notice.isNull("firstShownAt")).isTrue();
        assertThat(notice.getString("text")).contains("version 2");
        assertThat(notice("az").getString("text")).contains("siyasəti");
        assertThat(notice("ru").getString("text")).contains("Политика");
        assertThat(objects(notice, "changes")
                        .filter(one -> one.getString("id").equals("RC-WP"))
                        .flatMap(one -> objects(one, "values"))
                        .filter(one -> one.getString("path").equals("retention.period"))
                        .map(one -> one.getString("before") + " " + one.getString("after")))
                .containsExactly("P5Y P7Y");
        archive.client("dpo").post(shown, "{}").requireProblem(403, "not-allowed");
        String first =
                archive.client("portal").post(shown, "{}").require(200).json().getString("firstShownAt");
        archive.client("portal").post(shown, "{}").require(200);
        assertThat(notice("en").getString("firstShownAt")).isEqualTo(first);
    }

    @Test
    @Order(7)
    @DisplayName("POL-3: each record keeps the version in force when it was collected")
    @Clause({"POL-1", "POL-3"})
    void onItsDayAVersionIsInForceAndWhatWasCollectedBeforeKeepsItsOwn() {
        Lodged before = archive.portal().lodge(Forms.workPermit("RD-1", "Əvvəlova"));
        LogBook.Mark mark = LogBook.of(archive).mark();
        LogBook.of(archive).execute("""
                alter table archive.policy_version disable trigger policy_version_stands;
                update archive.policy_version set in_force_from = now() - interval '1 second' where version = 2;
                alter table archive.policy_version enable trigger policy_version_stands""");
        Patience.until(SOON, "version 2 is in force", () -> policy().getInt("version") == 2);
        Patience.until(
                SOON,
                "one entry says so",
                () -> mark.allSince().stream()
                                .filter(entry -> entry.publicPart().rule().equals("archive.policy-in-force"))
                                .count()
                        == 1);

        Lodged after = archive.portal().lodge(Forms.workPermit("RD-1", "Sonrova"));

        assertThat(versionOf(before)).isEqualTo(1);
        assertThat(versionOf(after)).isEqualTo(2);
        assertThat(policy().getBoolean("published")).isTrue();
    }

    @Test
    @Order(8)
    void aVersionThatStandsCannotBeChangedInTheDatabaseEither() {
        LogBook owner = LogBook.of(archive);

        for (String change : List.of(
                "update archive.policy_version set yaml = yaml || ' '",
                "update archive.policy_version set in_force_from = in_force_from + interval '1 day'",
                "delete from archive.policy_version where version = 1")) {
            assertThatThrownBy(() -> owner.execute(change)).as(change).hasStackTraceContaining("does not change");
        }
    }

    @Test
    @Order(9)
    void aChangedFileOnDiskIsReportedAndNotObeyed() {
        assertThat(warnings()).doesNotContain("policy-file-differs");
        archive.close();
        archive = RunningArchive.open(
                RunningArchive.homeOf(NAME),
                settings -> settings.withConfig(ChangedConfig.of(settings, CONFIG)
                        .with("policy.yaml", "attempts: 5", "attempts: 500")
                        .folder()));

        assertThat(warnings()).contains("policy-file-differs");
        assertThat(policy().getInt("version")).isEqualTo(2);
        assertThat(policy().toString()).doesNotContain("\"attempts\":500");
    }

    private static PolicyText next() {
        return PolicyText.shipped().settled().numbered(2, 1).keepingWorkPermitsLonger();
    }

    private static Answer draft(PolicyText text) {
        return archive.client("dpo")
                .post(VERSIONS, "application/yaml", text.yaml().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer approve(String user, int version, PolicyText text) {
        return archive.client(user)
                .post(VERSIONS + "/" + version + "/approvals", "{\"sha256\":\"" + text.sha256() + "\"}");
    }

    private static Answer publish(int version, LocalDate from) {
        return archive.client("dpo")
                .post(VERSIONS + "/" + version + "/publication", "{\"inForceFrom\":\"" + from + "\"}");
    }

    private static LocalDate today() {
        return LocalDate.now(BAKU);
    }

    private static JsonObject policy() {
        return archive.stranger().get("/api/v1/policy").require(200).json();
    }

    private static JsonObject notice(String language) {
        JsonObject notices = archive.stranger()
                .get("/api/v1/policy/notices", "Accept-Language", language)
                .require(200)
                .json();
        return notices.getJsonArray("items").getJsonObject(0);
    }

    private static String warnings() {
        return archive.management().get("/health/ready").require(200).text();
    }

    private static int versionOf(Lodged lodged) {
        return archive.staff("officer")
                .view(lodged, "P-SERVICE")
                .require(200)
                .json()
                .getInt("policyVersion");
    }

    private static List<Integer> lines(Answer refused) {
        return objects(refused.json(), "problems")
                .map(one -> one.getInt("line"))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject of, String member) {
        return of.getJsonArray(member).getValuesAs(JsonObject.class).stream();
    }
}
