package muhafiz.itest.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Technical data of the front doors (seed 000, lines 21 to 26): apart from every file, and for a short term. */
@ExtendWith(SharedArchive.class)
class TechnicalDataIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String PATH = "/api/v1/technical-data";
    private static final int TERM_MONTHS = 6; // policy, RC-TECH

    @Test
    @DisplayName("COL-6: sealed, with its capture time, in no case")
    @Clause("COL-6")
    void technicalDataIsKeptSealedWithItsCaptureTimeAndInNoFile(RunningArchive archive) {
        Instant at = Instant.now().minusSeconds(90).truncatedTo(ChronoUnit.SECONDS);
        String device = "device-" + UUID.randomUUID();
        Orders rows = Orders.of(archive);
        String cases = rows.text("select count(*) from archive.case_file");
        String documents = rows.text("select count(*) from archive.document where record_class = 'RC-TECH'");

        Answer taken = take(archive, form(at, device));

        assertThat(taken.require(201).json().getInt("received")).isEqualTo(1);
        assertThat(rows.text("select count(*) from archive.technical_item where captured_at = '" + at + "'"
                        + " and position(convert_to('" + device + "', 'UTF8') in sealed) = 0"))
                .isEqualTo("1");
        assertThat(rows.text("select count(*) from archive.case_file")).isEqualTo(cases);
        assertThat(rows.text("select count(*) from archive.document where record_class = 'RC-TECH'"))
                .as("not a document either")
                .isEqualTo(documents);
        assertThat(rows.text("select string_agg(column_name, ',' order by column_name) from information_schema.columns"
                        + " where table_schema = 'archive' and table_name = 'technical_item'"))
                .as("nothing that could join it with a case or a person")
                .isEqualTo("captured_at,day,id,sealed");
    }

    @Test
    @DisplayName("COL-6: after its own short term only a number by month is left")
    @Clause("COL-6")
    void whatHasReachedItsEndIsANumberByMonth(RunningArchive archive) {
        LogBook book = LogBook.of(archive);
        Orders rows = Orders.of(archive);
        LocalDate today = LocalDate.now(BAKU);
        LocalDate due = today.minusMonths(TERM_MONTHS).minusDays(1);
        LocalDate notDue = today.minusMonths(TERM_MONTHS).plusDays(5);
        Instant early = due.plusDays(2).atTime(12, 0).atZone(BAKU).toInstant();
        Instant late = notDue.atTime(12, 0).atZone(BAKU).toInstant();
        take(archive, form(early, "gone")).require(201);
        take(archive, form(early.plusSeconds(1), "gone too")).require(201);
        take(archive, form(late, "stays")).require(201);
        book.execute("update archive.technical_item set day = '" + due + "' where day = '" + due.plusDays(2) + "'");
        book.execute("update archive.service_key set name = 'technical:" + due + "' where name = 'technical:"
                + due.plusDays(2) + "'");
        String leaf = rows.text("select leaf_id from archive.service_key where name = 'technical:" + due + "'");
        String month =
                "select coalesce(sum(items), 0) from archive.technical_count where month = date_trunc('month', date '"
                        + due + "')";
        assertThat(rows.text(month)).isEqualTo("0");

        Tasks.run(book, "sweeps");
        assertThat(rows.text("select count(*) from archive.technical_item where day = '" + due + "'"))
                .as("an assumed period proposes and destroys nothing")
                .isEqualTo("2");
        archive.client("records")
                .post("/api/v1/policy/periods/RC-TECH/confirmation", "{\"policyVersion\":1,\"source\":\"order 20\"}")
                .require(200);
        Tasks.run(book, "sweeps");

        assertThat(rows.text("select count(*) from archive.technical_item where day = '" + due + "'"))
                .isEqualTo("0");
        assertThat(rows.text(month)).isEqualTo("2");
        StringBuilder kept = new StringBuilder();
        LogBook.bySuperuser(archive)
                .query(
                        "select count(*) from keyring.leaf where id = '" + leaf + "'",
                        row -> kept.append(row.getString(1)));
        assertThat(kept).hasToString("0");
        assertThat(rows.text("select count(*) from archive.technical_item where day = '" + notDue + "'"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"device\":\"x\"', '\"surname\":\"Əliyeva\"', unknown-member",
        "'192.0.2.7',        'no address',               malformed",
        "'\"capturedAt\"',   '\"captured\"',             unknown-member",
    })
    void whatIsNoTechnicalDataIsRefused(String part, String instead, String code, RunningArchive archive) {
        String form = form(Instant.now().minusSeconds(1), "x").replace(part, instead);

        take(archive, form).requireProblem(400, code);
    }

    @Test
    void neitherTheFutureNorWhatHasEndedIsTakenIn(RunningArchive archive) {
        take(archive, form(Instant.now().plus(1, ChronoUnit.DAYS), "x")).requireProblem(400, "malformed");
        take(archive, form(Instant.now().minus(366, ChronoUnit.DAYS), "x")).requireProblem(400, "malformed");
        take(archive, "{\"items\":[]}").requireProblem(400, "malformed");
        archive.client("correspondence")
                .post(PATH, form(Instant.now().minusSeconds(1), "x"))
                .requireProblem(403, "not-allowed");
    }

    private static Answer take(RunningArchive archive, String form) {
        return archive.client("portal").post(PATH, form);
    }

    private static String form(Instant at, String device) {
        return "{\"items\":[{\"capturedAt\":\"" + at.truncatedTo(ChronoUnit.SECONDS)
                + "\",\"location\":\"Bakı\",\"ip\":\"192.0.2.7\",\"device\":\"" + device
                + "\",\"usage\":\"form opened\"}]}";
    }
}
