package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
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

/** How long documents are kept, and what stands against their end. */
@ExtendWith(SharedArchive.class)
class RecordsScenarioIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final String HOLDS = "/api/v1/holds";
    private static final String STATED = "?purpose=P-RECORDS";
    private static final String BY_DPO = "?purpose=P-RIGHTS&ref=R-1";

    private final LocalDate today = LocalDate.now(BAKU);

    private LogBook book;
    private Lodged lodged;
    private String passport;

    @BeforeEach
    void aWorkPermit(RunningArchive archive) {
        book = LogBook.of(archive);
        lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Saxlanova"));
        passport = archive.portal().uploaded(lodged, "passport", Sample.pdf("kept " + UUID.randomUUID()));
        archive.awaitRead(passport);
    }

    @Test
    @DisplayName("STO-1: an end is computed when its event arrives; until then the document waits on the review list")
    @Clause("STO-1")
    void theEndIsComputedWhenItsEventArrives(RunningArchive archive) {
        assertThat(retention(archive).isNull("ends")).isTrue();
        assertThat(waitsFor()).isEqualTo("permit_expired"); // policy, RC-WP

        event(archive, "permit_expired").require(204);

        assertThat(retention(archive).getString("rule")).isEqualTo("RC-WP");
        assertThat(retention(archive).getString("ends"))
                .isEqualTo(today.plusYears(5).toString()); // policy, RC-WP: P5Y
    }

    @Test
    @DisplayName("STO-1: where a policy version takes effect, the ends are computed anew in the background")
    void theEndsAreComputedAnewForAVersion(RunningArchive archive) {
        event(archive, "permit_expired").require(204);
        book.execute(
                "update archive.document set retention_end = null, disposal = null, retention_waits = 'computation'"
                        + " where id = '" + passport + "'");

        book.execute("""
                begin;
                update archive.recomputation set finished_at = null, documents = 0, moved = 0,
                    after_case = '00000000-0000-0000-0000-000000000000';
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    select 'compute-ends', policy_version::text, now(), false, 1 from archive.recomputation;
                commit""");

        Patience.until(
                WITHIN,
                "computed",
                () -> text("select count(*) from archive.recomputation where finished_at is null")
                        .equals("0"));
        assertThat(retention(archive).getString("ends"))
                .isEqualTo(today.plusYears(5).toString());
        assertThat(Integer.parseInt(text("select moved from archive.recomputation")))
                .isPositive();
    }

    @Test
    @DisplayName(
            "DP-5: a court hold: destruction is refused; when it is lifted after its review, the retention date runs on")
    @Clause("STO-5")
    void aHoldStopsTheDestructionAndTheDateRunsOn(RunningArchive archive) {
        event(archive, "permit_expired").require(204);
        String ends = retention(archive).getString("ends");
        String hold = placed(archive, "\"documents\":[\"" + passport + "\"]");

        String order = destroyed();

        archive.staff("officer").content(passport, "P-SERVICE").require(200);
        assertThat(text("select rule from archive.destruction_skipped where order_id = '" + order + "'"))
                .isEqualTo("PR-HOLD");
        assertThat(retention(archive).getString("ends")).isEqualTo(ends);

        String reviewed = "{\"reviewOn\":\"" + today.plusMonths(2) + "\"}";
        archive.client("dpo")
                .post(HOLDS + "/" + hold + "/review" + BY_DPO, reviewed)
                .require(200);
        release(archive, "records2", hold).require(200);
        release(archive, "records2", hold).requireProblem(409, "same-person");
        release(archive, "records", hold).requireProblem(409, "same-person"); // who placed it
        assertThat(release(archive, "dpo", hold).require(200).json().getString("state"))
                .isEqualTo("released");
        release(archive, "dpo2", hold).requireProblem(409, "hold-released");

        assertThat(retention(archive).getString("ends")).isEqualTo(ends);
        destroyed();
        archive.staff("officer").content(passport, "P-SERVICE").requireProblem(404, "not-found");
    }

    @Test
    @DisplayName("STO-5: a hold on an application covers what is filed there later, and several stand at once")
    @Clause("STO-5")
    void aHoldOnAnApplicationCoversWhatComesLater(RunningArchive archive) {
        String onAll = placed(archive, "\"application\":\"" + lodged.number() + "\"");
        String onOne = placed(archive, "\"documents\":[\"" + passport + "\"]");
        String later = archive.portal().uploaded(lodged, "photo", Sample.jpeg("later " + UUID.randomUUID()));
        archive.awaitRead(later);

        String order = destroyed("('document', uuid '" + later + "')");

        archive.staff("officer").content(later, "P-SERVICE").require(200);
        assertThat(text("select rule from archive.destruction_skipped where order_id = '" + order + "'"))
                .isEqualTo("PR-HOLD");
        Answer listed = archive.client("records")
                .get(HOLDS + STATED + "&state=standing&limit=500&reviewBy=" + today.plusMonths(1));
        assertThat(listed.require(200).json().getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("id"))
                .contains(onAll, onOne);
    }

    @Test
    @DisplayName(
            "STO-5: only those to whom the policy grants it place a hold, and what they may not know of is not there")
    void aHoldIsPlacedByWhoMay(RunningArchive archive) {
        String form = form("\"documents\":[\"" + passport + "\"]");

        archive.client("officer").post(HOLDS + "?purpose=P-SERVICE", form).requireProblem(403, "not-allowed");
        archive.client("officer").post(HOLDS + STATED, form).requireProblem(403, "purpose-not-granted");
        archive.client("records").post(HOLDS, form).requireProblem(400, "purpose-required");
        archive.client("dpo").post(HOLDS + "?purpose=P-RIGHTS", form).requireProblem(400, "ref-required");
        archive.client("records")
                .post(
                        HOLDS + STATED,
                        form.replace(
                                today.plusMonths(1).toString(),
                                today.plusMonths(7).toString()))
                .requireProblem(400, "malformed"); // policy, hold.review_every: P6M
        archive.client("records")
                .post(HOLDS + STATED, form.replace(passport, UUID.randomUUID().toString()))
                .requireProblem(404, "not-found");
    }

    @Test
    @DisplayName("OF-3: a restricted file: deciding is refused with since when and by which request")
    void aRestrictedFileIsNotDecided(RunningArchive archive) {
        String restriction = restricted();

        Answer decided = decide(archive, "officer").requireProblem(403, "restricted");
        Answer read = archive.staff("officer").content(passport, "P-SERVICE");

        assertThat(decided.json().getString("request")).isEqualTo("test/" + restriction);
        assertThat(decided.json().getString("since")).isNotBlank();
        read.requireProblem(403, "restricted");
        archive.staff("officer").view(lodged, "P-SERVICE").requireProblem(403, "restricted");
        archive.staff("officer2").view(lodged, "P-SERVICE").requireProblem(404, "not-found");
        decide(archive, "officer2").requireProblem(404, "not-found");

        String lifting = "/api/v1/restrictions/" + restriction + "/lifting" + BY_DPO;
        archive.client("dpo").post(lifting, "{}").requireProblem(409, "notice-required");
        archive.client("dpo")
                .post(lifting, "{\"noticedOn\":\"" + today.plusDays(1) + "\"}")
                .requireProblem(400, "malformed");
        archive.client("dpo").post(lifting, "{\"noticedOn\":\"" + today + "\"}").require(204);
        archive.staff("officer").content(passport, "P-SERVICE").require(200);
        decide(archive, "officer").require(204);
    }

    @Test
    @DisplayName("RM-1: the plan lists classes with assumed periods and their benchmarks for legal decision")
    void thePlanListsAssumedPeriodsWithTheirBenchmarks(RunningArchive archive) {
        JsonObject plan = archive.client("records")
                .get("/api/v1/retention-plan")
                .require(200)
                .json();

        // requirements.md 3.2: no period has legal backing, all 33 of 33 are assumed.
        assertThat(plan.getInt("assumed")).isEqualTo(33);
        assertThat(plan.getInt("of")).isEqualTo(33);
        assertThat(plan.getJsonArray("classes").getValuesAs(JsonObject.class))
                .hasSize(33)
                .allMatch(one -> one.getString("mark").equals("assumed"))
                .filteredOn(one -> one.getString("class").equals("RC-REG"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getString("period")).isEqualTo("P3Y");
                    assertThat(one.getString("benchmark")).isEqualTo("EES 3 years");
                    assertThat(one.getJsonArray("exceptions").getJsonObject(0).getString("period"))
                            .isEqualTo("P5Y");
                });
        archive.client("portal").get("/api/v1/retention-plan").requireProblem(403, "not-allowed");
    }

    @Test
    @DisplayName("STO-3: what would be due on a day to come is shown beforehand, with what stands against it")
    void whatWouldBeDueIsShownBeforehand(RunningArchive archive) {
        event(archive, "permit_expired").require(204);
        String hold = placed(archive, "\"documents\":[\"" + passport + "\"]");
        LocalDate end = today.plusYears(5); // policy, RC-WP: P5Y

        JsonObject before = simulated(archive, end.minusDays(1));
        JsonObject on = simulated(archive, end);

        assertThat(before.getJsonArray("conflicts").getValuesAs(JsonObject.class))
                .noneMatch(one -> one.getString("document").equals(passport));
        assertThat(on.getJsonArray("conflicts").getValuesAs(JsonObject.class))
                .filteredOn(one -> one.getString("document").equals(passport))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getString("by")).isEqualTo("PR-HOLD");
                    assertThat(one.getString("id")).isEqualTo(hold);
                    assertThat(one.getString("end")).isEqualTo(end.toString());
                });
        assertThat(on.getJsonArray("classes").getValuesAs(JsonObject.class))
                .filteredOn(one -> one.getString("class").equals("RC-WP"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getInt("due")).isPositive();
                    assertThat(one.getInt("held")).isPositive();
                    assertThat(one.getBoolean("confirmed")).isFalse();
                });
        archive.client("officer").get("/api/v1/dispositions?asOf=" + end).requireProblem(403, "purpose-not-granted");
        archive.client("supervisor").get("/api/v1/dispositions?asOf=" + end).requireProblem(403, "not-allowed");
        archive.staff("officer").content(passport, "P-SERVICE").require(200);
    }

    private static JsonObject simulated(RunningArchive archive, LocalDate day) {
        return archive.client("dpo")
                .get("/api/v1/dispositions?asOf=" + day)
                .require(200)
                .json();
    }

    private static Answer decide(RunningArchive archive, String user, Lodged lodged, LocalDate on) {
        return archive.client(user)
                .post(
                        lodged.path() + "/events",
                        "{\"type\":\"decision_final\",\"outcome\":\"granted\",\"on\":\"" + on + "\"}");
    }

    private Answer decide(RunningArchive archive, String user) {
        book.execute("update archive.case_file set state = 'in-work' where id = '" + caseFile() + "'");
        return decide(archive, user, lodged, today);
    }

    /** The whole file, as a request will restrict it. */
    private String restricted() {
        String restriction = UUID.randomUUID().toString();
        book.execute("""
                begin;
                insert into archive.restriction (id, because, case_id, since, imposed_by)
                    values ('%1$s', 'test/%1$s', '%2$s', now(), 'dpo');
                update archive.document set restricted_since = now(), restricted_because = 'test/%1$s' where case_id = '%2$s';
                commit""".formatted(restriction, caseFile()));
        return restriction;
    }

    private Answer release(RunningArchive archive, String user, String hold) {
        return archive.client(user)
                .post(HOLDS + "/" + hold + "/release" + (user.startsWith("dpo") ? BY_DPO : STATED), "");
    }

    private String placed(RunningArchive archive, String scope) {
        Answer placed =
                archive.client("records").post(HOLDS + STATED, form(scope)).require(201);
        assertThat(placed.json().getString("state")).isEqualTo("standing");
        assertThat(placed.json().getString("authority")).isEqualTo("Sabail court");
        return placed.json().getString("id");
    }

    private String form(String scope) {
        return "{" + scope + ",\"authority\":\"Sabail court\",\"ground\":\"2(004)-12/2026\",\"reviewOn\":\""
                + today.plusMonths(1) + "\"}";
    }

    private String destroyed() {
        return destroyed("('document', uuid '" + passport + "')");
    }

    /** Orders the destruction of these, and answers the order when it is carried out. */
    private String destroyed(String targets) {
        String order = UUID.randomUUID().toString();
        book.execute("""
                begin;
                insert into archive.destruction_order (id, ground, ordered_at, state) values ('%1$s', 'test', now(), 'ordered');
                insert into archive.destruction_target (order_id, kind, target_id) select '%1$s', * from (values %2$s) t;
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('destroy', '%1$s', now(), false, 1);
                commit""".formatted(order, targets));
        Patience.until(
                WITHIN,
                "carried out",
                () -> text("select state from archive.destruction_order where id = '" + order + "'")
                        .equals("objects-deleted"));
        return order;
    }

    private Answer event(RunningArchive archive, String type) {
        return archive.client("officer")
                .post(lodged.path() + "/events", "{\"type\":\"" + type + "\",\"on\":\"" + today + "\"}");
    }

    private JsonObject retention(RunningArchive archive) {
        return archive.staff("officer")
                .describe(passport, "P-SERVICE")
                .require(200)
                .json()
                .getJsonObject("retention");
    }

    private String waitsFor() {
        return text("select retention_waits from archive.document where id = '" + passport + "'");
    }

    private String caseFile() {
        return text("select case_id from archive.document where id = '" + passport + "'");
    }

    private String text(String question) {
        StringBuilder text = new StringBuilder();
        book.query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }
}
