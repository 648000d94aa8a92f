package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A permit card is lost, its number blocked, and another given. */
@ExtendWith(SharedArchive.class)
class CardLossIT {
    private static final String APPLICATIONS = "/api/v1/applications";

    private final String lost = card();
    private RunningArchive archive;

    @BeforeEach
    void here(RunningArchive running) {
        archive = running;
    }

    @Test
    @DisplayName("OF-7: a lost card's number is blocked, the loss counts in I5 once, and the new card is linked")
    void aLostCardIsBlockedCountedOnceAndItsReplacementLinked() {
        String violation = violation();
        long before = losses();

        String number = report(violation, lost).require(201).json().getString("number");

        assertThat(losses()).isEqualTo(before + 1);
        report(violation, card()).requireProblem(422, "violation-not-accepted");
        report(violation(), lost).requireProblem(422, "card-blocked");
        assertThat(losses()).isEqualTo(before + 1);

        replaced(number, "").requireProblem(422, "event-not-accepted");
        replaced(number, ",\"card\":\"" + lost + "\"").requireProblem(422, "card-blocked");
        replaced(number, ",\"card\":\"no card\"").requireProblem(400, "malformed");
        String given = card();
        replaced(number, ",\"card\":\"" + given + "\"").require(204);

        JsonObject file = archive.client("officer")
                .get(APPLICATIONS + "/" + number + "?purpose=P-SERVICE")
                .require(200)
                .json();
        JsonObject event = file.getJsonArray("events").getJsonObject(0);
        assertThat(event.getString("type")).isEqualTo("card_replaced");
        assertThat(event.getString("card")).isEqualTo(given);
        assertThat(file.getJsonArray("parties").getJsonObject(0).getString("permitCard"))
                .isEqualTo(lost);
    }

    @Test
    @DisplayName("ENF-2: a blocked card that somebody brings is remarked on")
    void aBlockedCardThatSomebodyBringsIsRemarkedOn() {
        report(violation(), lost).require(201);
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Tapan"));

        String paper = archive.portal()
                .uploaded(lodged, "passport", Zone.ofWorkPermit("TAPAN", lost).pdf());

        assertThat(archive.awaitRead(paper).json().getJsonArray("reasons").toString())
                .contains("card-blocked");
    }

    @Test
    void theFileOfALossNamesTheCardAndOthersNameNone() {
        Answer none = archive.client("officer").post(APPLICATIONS, file(violation(), ""));
        none.requireProblem(400, "malformed");
        assertThat(none.json().getString("member")).isEqualTo("permitCard");

        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Başqa"));
        archive.client("officer")
                .post(
                        lodged.path() + "/events",
                        event("decision_final", ",\"outcome\":\"granted\",\"card\":\"AA12345\""))
                .requireProblem(422, "event-not-accepted");
    }

    private static String card() {
        return "AZ" + UUID.randomUUID().toString().substring(24, 31).toUpperCase(Locale.ROOT);
    }

    private String violation() {
        return archive.client("control")
                .post(
                        APPLICATIONS,
                        "{\"class\":\"RC-VIO\",\"unit\":\"HQ\",\"channel\":\"internal\",\"parties\":[{\"role\":\"applicant\","
                                + "\"surname\":\"İtirən\",\"givenNames\":\"A\",\"birthDate\":\"1990-01-31\"}]}")
                .require(201)
                .json()
                .getString("number");
    }

    private Answer report(String violation, String card) {
        return archive.client("officer").post(APPLICATIONS, file(violation, ",\"permitCard\":\"" + card + "\""));
    }

    private static String file(String violation, String card) {
        return "{\"class\":\"RC-CARDLOSS\",\"unit\":\"RD-1\",\"channel\":\"internal\",\"arisesFrom\":\"" + violation
                + "\",\"parties\":[{\"role\":\"applicant\",\"surname\":\"İtirən\",\"givenNames\":\"A\","
                + "\"birthDate\":\"1990-01-31\"" + card + "}]}";
    }

    private Answer replaced(String number, String card) {
        return archive.client("officer").post(APPLICATIONS + "/" + number + "/events", event("card_replaced", card));
    }

    private static String event(String type, String more) {
        return "{\"type\":\"" + type + "\",\"on\":\"" + LocalDate.now(ZoneId.of("Asia/Baku")) + "\"" + more + "}";
    }

    /** What row I5 is counted from. */
    private long losses() {
        AtomicLong sum = new AtomicLong();
        LogBook.of(archive)
                .query(
                        "select coalesce(sum(count), 0) from archive.tally where row_code = 'I5'",
                        row -> sum.set(row.getLong(1)));
        return sum.get();
    }
}
