package muhafiz.itest.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.forgotten.Orders;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consents with their six parts (PDL 9.6.1), and subscriptions by them. */
@ExtendWith(SharedArchive.class)
class ConsentIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String CONSENTS = "/api/v1/consents";
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions?limit=500";

    @Test
    @DisplayName("AP-8: a subscription that is withdrawn: sending stops at once and the address is gone the same day")
    @Clause({"USE-7"})
    void aWithdrawnSubscriptionIsInNoListAndItsAddressIsGoneTheSameDay(RunningArchive archive) {
        String email = address();
        String id = given(archive, "cabinet-8", form(email)).require(201).json().getString("id");
        assertThat(subscribers(archive)).contains(email);
        Orders orders = Orders.of(archive);
        List<String> leaves = List.of(
                orders.text("select leaf_id from archive.consent where id = '" + id + "'"),
                orders.text("select address_leaf_id from archive.consent where id = '" + id + "'"));
        assertThat(leaves).as("the address has a leaf of its own").doesNotHaveDuplicates();

        withdrawn(archive, "cabinet-8", id).require(204);

        assertThat(subscribers(archive)).doesNotContain(email);
        UUID order = UUID.fromString(orders.text("select order_id from archive.consent where id = '" + id + "'"));
        assertThat(orders.text(
                        "select num_nonnulls(leaf_id, sealed, address_leaf_id, address, cabinet) from archive.consent"
                                + " where id = '" + id + "'"))
                .isEqualTo("0");
        orders.awaitCarriedOut(order);
        assertThat(orders.certificate(order)).startsWith("true");
        for (String leaf : leaves) {
            StringBuilder kept = new StringBuilder();
            LogBook.bySuperuser(archive)
                    .query(
                            "select count(*) from keyring.leaf where id = '" + leaf + "'",
                            row -> kept.append(row.getString(1)));
            assertThat(kept).hasToString("0");
        }
        assertThat(orders.text(
                        "select count(*) from archive.data_subject s join archive.consent c on c.subject_id = s.id"
                                + " where c.id = '" + id + "'"))
                .as("the person whom nothing else names")
                .isEqualTo("0");
        withdrawn(archive, "cabinet-8", id).require(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "operator", "purpose", "data", "operations", "withdrawal", "onExpiry", "email"})
    void aConsentWithoutOneOfItsPartsIsNone(String part, RunningArchive archive) {
        String form = form(address()).replaceFirst("\"" + part + "\":(\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"),?", "");

        given(archive, "cabinet-1", form.replace(",}", "}")).requireProblem(400, "malformed");
    }

    @Test
    void whatRestsOnALawIsNotConsentedTo(RunningArchive archive) {
        given(archive, "cabinet-1", form(address()).replace("P-INFO", "P-SERVICE"))
                .requireProblem(400, "malformed");
        String past = "\"validUntil\":\"" + LocalDate.now(BAKU).minusDays(1) + "\",\"withdrawal\"";
        given(archive, "cabinet-1", form(address()).replace("\"withdrawal\"", past))
                .requireProblem(400, "malformed");
    }

    @Test
    void onlyWhoGaveItWithdrawsIt(RunningArchive archive) {
        String email = address();
        String id = given(archive, "cabinet-9", form(email)).require(201).json().getString("id");

        withdrawn(archive, "cabinet-10", id).requireProblem(404, "not-found");
        archive.client("portal").post(CONSENTS + "/" + id + "/withdrawal", "{}").requireProblem(404, "not-found");
        archive.client("correspondence")
                .post(CONSENTS + "/" + id + "/withdrawal", "{}")
                .requireProblem(403, "not-allowed");

        assertThat(subscribers(archive)).contains(email);
        assertThat(own(archive, "cabinet-9")).containsExactly(email);
        assertThat(own(archive, "cabinet-10")).isEmpty();
    }

    @Test
    void onlyCorrespondenceOfficersSeeWhoSubscribed(RunningArchive archive) {
        archive.client("correspondence").get(SUBSCRIPTIONS).requireProblem(400, "purpose-required");
        archive.client("correspondence").get(SUBSCRIPTIONS + "&purpose=P-REPLY").requireProblem(403, "not-allowed");
        archive.client("officer").get(SUBSCRIPTIONS + "&purpose=P-INFO").requireProblem(403, "purpose-not-granted");
        archive.client("portal").get(SUBSCRIPTIONS).requireProblem(400, "malformed");
        archive.client("officer").post(CONSENTS, form(address())).requireProblem(403, "not-allowed");
    }

    @Test
    void aConsentEndsByItselfAfterItsLastDay(RunningArchive archive) {
        String email = address();
        String last = "\"validUntil\":\"" + LocalDate.now(BAKU).plusDays(1) + "\",\"withdrawal\"";
        String id = given(archive, "cabinet-11", form(email).replace("\"withdrawal\"", last))
                .require(201)
                .json()
                .getString("id");
        assertThat(subscribers(archive)).contains(email);
        LogBook book = LogBook.of(archive);

        book.execute("update archive.consent set valid_until = '"
                + LocalDate.now(BAKU).minusDays(1) + "' where id = '" + id + "'");
        assertThat(subscribers(archive)).as("before the sweep comes").doesNotContain(email);
        Tasks.run(book, "sweeps");

        Orders orders = Orders.of(archive);
        assertThat(orders.text("select ended_by from archive.consent where id = '" + id + "'"))
                .isEqualTo("expired");
        orders.awaitCarriedOut(
                UUID.fromString(orders.text("select order_id from archive.consent where id = '" + id + "'")));
    }

    private static Answer given(RunningArchive archive, String cabinet, String form) {
        return archive.client("portal").post(CONSENTS, form, "On-Behalf-Of", cabinet, "Assurance", "L1");
    }

    private static Answer withdrawn(RunningArchive archive, String cabinet, String id) {
        return archive.client("portal")
                .post(CONSENTS + "/" + id + "/withdrawal", "{}", "On-Behalf-Of", cabinet, "Assurance", "L1");
    }

    private static List<String> subscribers(RunningArchive archive) {
        return emails(archive.client("correspondence").get(SUBSCRIPTIONS + "&purpose=P-INFO"));
    }

    private static List<String> own(RunningArchive archive, String cabinet) {
        return emails(archive.client("portal").get(SUBSCRIPTIONS, "On-Behalf-Of", cabinet, "Assurance", "L1"));
    }

    private static List<String> emails(Answer page) {
        return page.require(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("email"))
                .toList();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private static String form(String email) {
        return "{\"subject\":{\"surname\":\"Abunəçiyeva\",\"givenNames\":\"Nigar\"},\"operator\":\"State Migration Service\","
                + "\"purpose\":\"P-INFO\",\"data\":[\"email\"],\"operations\":[\"store\",\"send\"],"
                + "\"withdrawal\":\"any day in the cabinet\",\"onExpiry\":\"destroyed at once\",\"email\":\"" + email
                + "\"}";
    }
}
