package muhafiz.service.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.domain.retention.RetentionEnd;
import muhafiz.service.retention.Life.Event;
import muhafiz.service.retention.Life.Paper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Policy, Storage and Destruction: as long as necessary, by class; the periods are those of the shipped policy file. */
class LifeTest {
    private static final Instant OPENED = Instant.parse("2020-03-01T08:00:00Z");

    private static Policy policy;

    private final List<Event> events = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        policy = PolicyFile.read(Files.readString(Path.of("..", "..", "config", "policy.yaml")));
    }

    private Life life(String recordClass) {
        return new Life(new UUID(1, 1), recordClass, OPENED, OPENED, events, papers);
    }

    private void filed(String recordClass, String state, String received) {
        papers.add(new Paper(new UUID(2, papers.size()), recordClass, state, Instant.parse(received)));
    }

    private void happened(String type, String on, String recorded) {
        events.add(new Event(type, LocalDate.parse(on), Instant.parse(recorded)));
    }

    private RetentionEnd endOf(String recordClass, int paper) {
        return life(recordClass).papersEnd(policy).get(paper).end().end();
    }

    @Test
    void whatNoEventHasEndedWaitsForItAndIsNotKeptForEver() {
        filed("RC-WP", "accepted", "2020-03-01T08:00:00Z");

        assertThat(endOf("RC-WP", 0)).isEqualTo(new RetentionEnd.Waiting("RC-WP", "permit_expired"));
    }

    @Test
    void anOverstayKeepsARegistrationFiveYearsInPlaceOfThree() {
        filed("RC-REG", "accepted", "2020-03-01T08:00:00Z");
        happened("stay_ended", "2021-05-10", "2021-05-11T08:00:00Z");

        assertThat(endOf("RC-REG", 0).date()).contains(LocalDate.parse("2024-05-10"));

        happened("overstay_found", "2021-06-01", "2021-06-01T08:00:00Z");

        assertThat(endOf("RC-REG", 0).date()).contains(LocalDate.parse("2026-05-10"));
        assertThat(endOf("RC-REG", 0).rule()).isEqualTo("RC-REG:overstay");
    }

    @Test
    void theLastActionIsTheLatestUploadOrEventOfTheCase() {
        filed("RC-TRP", "accepted", "2020-03-01T08:00:00Z");
        filed("RC-TRP", "accepted", "2022-07-09T08:00:00Z");

        assertThat(endOf("RC-TRP", 0).date()).contains(LocalDate.parse("2037-07-09"));

        happened("decision_final", "2023-01-02", "2023-01-03T08:00:00Z");

        assertThat(endOf("RC-TRP", 0).date()).contains(LocalDate.parse("2038-01-03"));
        assertThat(life("RC-TRP").caseEnds(policy).end().end().date()).contains(LocalDate.parse("2038-01-03"));
    }

    @Test
    void anActionCountsThoughWhatItWasIsDestroyed() {
        filed("RC-TRP", "accepted", "2020-03-01T08:00:00Z");
        Instant since = Instant.parse("2022-07-09T08:00:00Z");
        Life life = new Life(new UUID(1, 1), "RC-TRP", OPENED, since, events, papers);

        assertThat(life.papersEnd(policy).get(0).end().end().date()).contains(LocalDate.parse("2037-07-09"));
    }

    @Test
    void aDayIsTheServicesDayNotUtcs() {
        filed("RC-TRP", "accepted", "2022-07-09T21:30:00Z");

        assertThat(endOf("RC-TRP", 0).date()).contains(LocalDate.parse("2037-07-10"));
    }

    @Test
    void aPaymentReceiptDoesNotLiveAsLongAsItsFile() {
        filed("RC-PAY", "accepted", "2020-03-01T08:00:00Z");
        happened("paid", "2020-03-02", "2020-03-02T08:00:00Z");

        assertThat(endOf("RC-TRP", 0).date()).contains(LocalDate.parse("2025-03-02"));
    }

    @Test
    void whatIsQuarantinedHasTheShortRuleOfTheQuarantine() {
        filed("RC-TRP", "quarantined", "2022-07-09T08:00:00Z");

        assertThat(endOf("RC-TRP", 0).date()).contains(LocalDate.parse("2022-07-23"));
        assertThat(endOf("RC-TRP", 0).rule()).isEqualTo("RC-QUAR");
    }

    @Test
    void whatAPolicyNoLongerNamesIsOnTheReviewList() {
        filed("RC-GONE", "accepted", "2022-07-09T08:00:00Z");

        assertThat(endOf("RC-TRP", 0)).isEqualTo(new RetentionEnd.Waiting("RC-GONE", "class-in-policy"));
    }
}
