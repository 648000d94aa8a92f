package muhafiz.itest.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.forgotten.Orders;
import muhafiz.itest.scenario.WorkPermit;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notices: an outbox that the portal empties (policy, {@code notices}). AP-11, changes of the policy: {@code PolicyChangeIT}. */
@ExtendWith(SharedArchive.class)
class NoticeIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String NOTICES = "/api/v1/notices";
    private static final int TRIES = 5;

    /** With all that the checklist of WP asks for, and assigned by the stand. */
    private static Lodged inWork(RunningArchive archive, String surname, String language, boolean isVerified) {
        String verified = isVerified ? ",\"contactVerifiedOn\":\"2026-01-31\"" : "";
        Lodged lodged = archive.portal()
                .lodge(Forms.workPermit("RD-1", surname)
                        .replace("\"phone\":\"+994501234567\"", "\"phone\":\"+994501234567\"" + verified)
                        .replace("\"term\"", "\"language\":\"" + language + "\",\"term\""));
        WorkPermit.complete(archive, lodged, UUID.randomUUID().toString());
        return lodged;
    }

    @Test
    @DisplayName("TRK-3: status changes are told in the person's language, to a verified contact, without case content")
    @Clause("COL-7")
    void aChangeOfStatusIsToldToAVerifiedContactAndSaysNothingOfTheCase(RunningArchive archive) {
        Lodged lodged = inWork(archive, "Bildirişova", "ru", true);
        LogBook.Mark log = LogBook.of(archive).mark();

        JsonObject notice = only(archive, lodged);

        assertThat(notice.getString("template")).isEqualTo("status-changed");
        assertThat(notice.getString("language")).isEqualTo("ru");
        assertThat(notice.getString("text")).contains("кабинет");
        assertThat(notice.getString("deliver")).isEqualTo("send");
        assertThat(notice.getJsonObject("sendTo").getString("email")).isEqualTo("aynur@example.org");
        assertThat(notice.getString("subject") + notice.getString("text"))
                .doesNotContain("Bildirişova", "Aynur", lodged.number(), "C01234567");
        assertThat(log.since())
                .as("the look is an entry of the applicant")
                .anySatisfy(entry -> assertThat(entry.publicPart().rule()).isEqualTo("contract.portal"));
        assertThat(came(archive, notice, "sent").require(200).json().getString("state"))
                .isEqualTo("sent");
        assertThat(came(archive, notice, "sent").require(200).json().getString("state"))
                .as("said twice, counted once")
                .isEqualTo("sent");
        assertThat(queued(archive)).extracting(one -> one.getString("id")).doesNotContain(notice.getString("id"));
        came(archive, notice, "failed").requireProblem(409, "already-decided");
    }

    @Test
    @DisplayName("COL-7: without a verified contact nothing is sent; the notice waits for a page to show it")
    void whatHasNoVerifiedContactWaitsToBeShown(RunningArchive archive) {
        Lodged lodged = inWork(archive, "Yoxlanmamış", "az", false);

        JsonObject notice = only(archive, lodged);

        assertThat(notice.getString("deliver")).isEqualTo("show");
        assertThat(notice.get("sendTo")).isEqualTo(JsonValue.NULL);
        archive.client("portal")
                .post(
                        NOTICES + "/" + notice.getString("id") + "/sent",
                        "{\"outcome\":\"shown\"}",
                        "On-Behalf-Of",
                        "cabinet-of-somebody-else",
                        "Assurance",
                        "L1")
                .requireProblem(404, "not-found");
        came(archive, notice, "sent").requireProblem(409, "contact-unverified");
        came(archive, notice, "failed").requireProblem(409, "contact-unverified");
        assertThat(came(archive, notice, "shown").require(200).json().getString("state"))
                .isEqualTo("shown");
    }

    @Test
    void aFailureIsTriedAgainFiveTimesThenWaitsToBeShown(RunningArchive archive) {
        Lodged lodged = inWork(archive, "Uğursuzov", "en", true);
        JsonObject notice = only(archive, lodged);

        for (int failed = 1; failed < TRIES; failed++) {
            assertThat(came(archive, notice, "failed").require(200).json().getString("state"))
                    .isEqualTo("queued");
            assertThat(queued(archive))
                    .as("not before its time comes")
                    .extracting(one -> one.getString("id"))
                    .doesNotContain(notice.getString("id"));
        }
        assertThat(came(archive, notice, "failed").require(200).json().getString("state"))
                .isEqualTo("failed");
        assertThat(archive.management().get("/metrics").require(200).text())
                .containsPattern("muhafiz_notices_failed\\S* [1-9]");
        assertThat(pages(archive, "?state=failed&limit=100&after="))
                .filteredOn(one -> one.getString("id").equals(notice.getString("id")))
                .singleElement()
                .satisfies(one -> assertThat(one.getInt("tries")).isEqualTo(TRIES));
        came(archive, notice, "shown").require(200);
    }

    @Test
    void aDecisionIsToldOf(RunningArchive archive) {
        Lodged lodged = inWork(archive, "Qərarova", "en", true);

        archive.client("officer")
                .post(
                        lodged.path() + "/events",
                        "{\"type\":\"decision_final\",\"outcome\":\"refused\",\"on\":\"" + LocalDate.now(BAKU) + "\"}")
                .require(204);

        assertThat(of(archive, lodged))
                .extracting(one -> one.getString("template"))
                .containsExactlyInAnyOrder("status-changed", "decision-ready");
        assertThat(of(archive, lodged))
                .extracting(one -> one.getString("text").toLowerCase(Locale.ROOT))
                .noneMatch(text -> text.contains("refus"));
    }

    @Test
    void whoseDayHasPassedIsToldOnce(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Gecikmişov"));
        LogBook book = LogBook.of(archive);
        String late = caseOf(archive, lodged);
        book.execute("update archive.case_file set decide_by = '2026-01-31' where id = '" + late + "'");

        Tasks.run(book, "sweeps");
        Tasks.run(book, "sweeps");

        assertThat(of(archive, lodged))
                .singleElement()
                .satisfies(one -> assertThat(one.getString("template")).isEqualTo("late"));
    }

    @Test
    void onlyThePortalSeesNoticesToPeopleAndAUnitItsOwn(RunningArchive archive) {
        Lodged lodged = inWork(archive, "Kənarova", "az", true);
        JsonObject notice = only(archive, lodged);
        String ofApplication = NOTICES + "?application=" + lodged.number();

        archive.client("officer").get(ofApplication).requireProblem(404, "not-found");
        archive.client("dpo").get(NOTICES).requireProblem(403, "not-allowed");
        archive.client("officer")
                .post(NOTICES + "/" + notice.getString("id") + "/sent", "{\"outcome\":\"shown\"}")
                .requireProblem(404, "not-found");
        archive.stranger().get(ofApplication, lodged.asOwner()).requireProblem(401, "login-required");
        archive.client("portal")
                .get(ofApplication, "On-Behalf-Of", "cabinet-2", "Assurance", "L2")
                .requireProblem(404, "not-found");
        archive.client("portal")
                .get(NOTICES, "On-Behalf-Of", "cabinet-1", "Assurance", "L2")
                .requireProblem(400, "malformed");
        assertThat(archive.client("portal")
                        .get(ofApplication, "On-Behalf-Of", "cabinet-1", "Assurance", "L2")
                        .require(200)
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(items(archive.client("officer").get(NOTICES)))
                .allSatisfy(one -> assertThat(one.getString("unit")).isEqualTo("RD-1"));
    }

    @Test
    void noticesDieWithTheirCase(RunningArchive archive) {
        Lodged lodged = inWork(archive, "Silinmişov", "az", true);
        JsonObject notice = only(archive, lodged);
        Orders orders = Orders.of(archive);
        String leaf = orders.text("select leaf_id from archive.notice where id = '" + notice.getString("id") + "'");

        orders.awaitCarriedOut(orders.order("select 'case', '" + caseOf(archive, lodged) + "'::uuid"));

        assertThat(orders.text("select count(*) from archive.notice where id = '" + notice.getString("id") + "'"))
                .isEqualTo("0");
        StringBuilder kept = new StringBuilder();
        LogBook.bySuperuser(archive)
                .query(
                        "select count(*) from keyring.leaf where id = '" + leaf + "'",
                        row -> kept.append(row.getString(1)));
        assertThat(kept).hasToString("0");
        came(archive, notice, "shown").requireProblem(404, "not-found");
    }

    /** The case that holds a document that is uploaded now. */
    private static String caseOf(RunningArchive archive, Lodged lodged) {
        String document =
                archive.portal().uploaded(lodged, "application_form", Sample.pdf("which " + UUID.randomUUID()));
        return Orders.of(archive).text("select case_id from archive.document where id = '" + document + "'");
    }

    private static JsonObject only(RunningArchive archive, Lodged lodged) {
        List<JsonObject> items = of(archive, lodged);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static List<JsonObject> of(RunningArchive archive, Lodged lodged) {
        return items(archive.client("portal").get(NOTICES + "?application=" + lodged.number()));
    }

    private static List<JsonObject> queued(RunningArchive archive) {
        return pages(archive, "?limit=100&after=");
    }

    private static List<JsonObject> pages(RunningArchive archive, String question) {
        Client portal = archive.client("portal");
        List<JsonObject> all = new ArrayList<>();
        String after = new UUID(0, 0).toString();
        while (!after.isEmpty()) {
            Answer page = portal.get(NOTICES + question + after);
            all.addAll(items(page));
            after = page.json().isNull("next") ? "" : page.json().getString("next");
        }
        return all;
    }

    private static List<JsonObject> items(Answer page) {
        return page.require(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static Answer came(RunningArchive archive, JsonObject notice, String outcome) {
        return archive.client("portal")
                .post(NOTICES + "/" + notice.getString("id") + "/sent", "{\"outcome\":\"" + outcome + "\"}");
    }
}
