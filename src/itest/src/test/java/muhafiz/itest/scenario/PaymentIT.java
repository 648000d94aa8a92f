package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.forgotten.Orders;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees that were paid. What they do to the day of the decision (OF-9): {@code CalendarIT}, whose years are loaded whatever the date. */
@ExtendWith(SharedArchive.class)
class PaymentIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final int KEPT_YEARS = 5; // policy, RC-PAY

    @Test
    @Clause("COL-8")
    void aPaymentIsKeptUnderAClassAndAnEndOfItsOwn(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Ödəyən"));
        Instant paidAt = Instant.now().minusSeconds(3600);
        String reference = "R/" + UUID.randomUUID();
        LogBook.Mark log = LogBook.of(archive).mark();

        Answer answer = pay(archive.client("portal"), lodged, form("1400", paidAt, reference));

        JsonObject told = answer.require(201).json();
        String document = told.getString("id");
        assertThat(answer.header("Location")).contains("/api/v1/documents/" + document);
        assertThat(told.getString("class")).isEqualTo("RC-PAY");
        assertThat(log.allSince())
                .as("one entry, of the applicant")
                .filteredOn(entry -> entry.publicPart().action().equals("ingest"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.publicPart().outcome()).isEqualTo("done"));
        archive.awaitRead(document);
        JsonObject seen = archive.staff("officer")
                .describe(document, "P-SERVICE")
                .require(200)
                .json();
        assertThat(seen.getString("kind")).isEqualTo("payment_receipt");
        assertThat(seen.getString("class")).isEqualTo("RC-PAY");
        JsonObject content = archive.staff("officer")
                .content(document, "P-SERVICE")
                .require(200)
                .json();
        assertThat(content.getString("reference")).isEqualTo(reference);
        assertThat(content.getJsonNumber("amount").intValueExact()).isEqualTo(1400);
        LocalDate paidOn = LocalDate.ofInstant(paidAt, BAKU);
        Orders rows = Orders.of(archive);
        assertThat(rows.text("select retention_rule || ' ' || retention_end from archive.document where id = '"
                        + document + "'"))
                .as("five years after it was paid, whatever becomes of the file")
                .isEqualTo("RC-PAY " + paidOn.plusYears(KEPT_YEARS));
        assertThat(rows.text("select d.leaf_id = p.leaf_id and d.leaf_id <> c.leaf_id from archive.document d"
                        + " join archive.case_file c on c.id = d.case_id join archive.payment p on p.document_id = d.id"
                        + " where d.id = '" + document + "'"))
                .isEqualTo("t");
        JsonObject file =
                archive.staff("officer").view(lodged, "P-SERVICE").require(200).json();
        assertThat(file.getJsonArray("events").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("type")).isEqualTo("paid");
                    assertThat(event.getString("on")).isEqualTo(paidOn.toString());
                });
    }

    @Test
    void aPaymentIsTakenInOnceForItsReference(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Təkrar"));
        Client portal = archive.client("portal");
        Instant paidAt = Instant.parse("2026-03-19T08:00:00Z");

        List<CompletableFuture<Answer>> racing = IntStream.range(0, 4)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> pay(portal, lodged, form("1000", paidAt, "R-1"))))
                .toList();
        List<String> answers = racing.stream()
                .map(one -> one.join().require(201).text())
                .distinct()
                .toList();
        Answer again = pay(archive.client("reception"), lodged, form("1000.00", paidAt, "R-1"));
        Answer other = pay(portal, lodged, form("1001", paidAt, "R-1"));

        assertThat(answers).hasSize(1);
        assertThat(again.require(201).text()).isEqualTo(answers.get(0));
        other.requireProblem(422, "idempotency-mismatch");
        pay(portal, lodged, form("400", paidAt, "R-2")).require(201);
        assertThat(archive.staff("officer")
                        .view(lodged, "P-SERVICE")
                        .require(200)
                        .json()
                        .getJsonArray("documents"))
                .hasSize(2);
    }

    @Test
    void aFreeServiceTakesNoFee(RunningArchive archive) {
        Lodged registration = archive.portal()
                .lodge(Forms.workPermit("RD-1", "Pulsuz").replace("\"service\":\"WP\"", "\"service\":\"REG\""));

        pay(archive.client("portal"), registration, form("10", Instant.now(), "R-1"))
                .requireProblem(409, "free-service");
        pay(archive.client("officer"), registration, form("10", Instant.now(), "R-1"))
                .requireProblem(404, "not-found");
    }

    @Test
    void nothingIsPaidForAFileThatTheOfficeOpened(RunningArchive archive) {
        Answer opened = archive.client("control")
                .post("/api/v1/applications", Forms.entryBan("Ödəməz", "N" + UUID.randomUUID()));
        Lodged ban = new Lodged(opened.require(201).json().getString("number"), "");

        pay(archive.client("portal"), ban, form("10", Instant.now(), "R-1")).requireProblem(404, "not-found");
    }

    @Test
    void onlyThePortalAndReceptionTellOfPayments(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Kənar"));
        String form = form("1000", Instant.now(), "R-1");
        Lodged nobodys = new Lodged(Numbers.nobodys(lodged.number()), "");

        for (String user : List.of("officer", "officer2", "auditor", "dpo", "admin", "callcentre")) {
            pay(archive.client(user), lodged, form).requireProblem(404, "not-found");
        }
        archive.stranger()
                .post(lodged.path() + "/payments", form, lodged.asOwner())
                .requireProblem(403, "not-allowed");
        archive.stranger().post(lodged.path() + "/payments", form).requireProblem(401, "login-required");
        pay(archive.client("portal"), nobodys, form).requireProblem(404, "not-found");
        pay(archive.client("reception"), lodged, form).require(201);
    }

    @ParameterizedTest
    @CsvSource({
        "'1000,', '0,',                                            400, malformed",
        "'1000,', '-5,',                                           400, malformed",
        "'1000,', '10.005,',                                       400, malformed",
        "'\"amount\":1000,', '',                                   400, malformed",
        "AZN, USD,                                                 400, malformed",
        "card, cowries,                                            400, malformed",
        "P1Y, a year,                                              400, malformed",
        "2026-03-19T08:00:00Z, yesterday,                          400, malformed",
        "2026-03-19T08:00:00Z, 2999-01-01T00:00:00Z,               422, event-not-accepted",
        "R-1, 'R\\u00091',                                         400, malformed",
        "'\"via\"', '\"cardNumber\":\"4111111111111111\",\"via\"', 400, unknown-member",
    })
    void aPaymentThatIsNoneIsRefused(String part, String instead, int status, String code, RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Yanlış"));
        String form = form("1000", Instant.parse("2026-03-19T08:00:00Z"), "R-1").replace(part, instead);

        Answer refused = pay(archive.client("portal"), lodged, form);

        refused.requireProblem(status, code);
        assertThat(refused.text()).doesNotContain("4111");
        assertThat(archive.staff("officer").view(lodged, "P-SERVICE").json().getJsonArray("documents"))
                .isEmpty();
    }

    @Test
    void whatWasPaidIsGoneWithItsDocument(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Keçmiş"));
        String document = pay(archive.client("portal"), lodged, form("1000", Instant.now(), "R-1"))
                .require(201)
                .json()
                .getString("id");
        Orders orders = Orders.of(archive);
        String leaf = orders.text("select leaf_id from archive.payment where document_id = '" + document + "'");

        UUID order = orders.order("select 'document', '" + document + "'::uuid");
        orders.awaitCarriedOut(order);

        assertThat(orders.text("select count(*) from archive.payment where document_id = '" + document + "'"))
                .isEqualTo("0");
        StringBuilder kept = new StringBuilder();
        LogBook.bySuperuser(archive)
                .query(
                        "select count(*) from keyring.leaf where id = '" + leaf + "'",
                        row -> kept.append(row.getString(1)));
        assertThat(kept).hasToString("0");
        archive.staff("officer").view(lodged, "P-SERVICE").require(200);
    }

    private static Answer pay(Client client, Lodged lodged, String form) {
        return client.post(lodged.path() + "/payments", form);
    }

    private static String form(String amount, Instant paidAt, String reference) {
        return "{\"amount\":" + amount + ",\"currency\":\"AZN\",\"term\":\"P1Y\",\"paidAt\":\"" + paidAt
                + "\",\"via\":\"card\",\"reference\":\"" + reference + "\"}";
    }
}
