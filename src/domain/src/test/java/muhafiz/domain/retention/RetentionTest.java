package muhafiz.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends computed by hand from requirements.md §3.2 and the periods of the policy. */
public class RetentionTest {
    private final Policy policy = ShippedPolicy.read();

    @ParameterizedTest
    @CsvSource({
        "RC-REG, stay_ended=2026-02-01, 2029-02-01, RC-REG, SHRED",
        "RC-REG, stay_ended=2026-02-01;overstay_found=2026-01-10, 2031-02-01, RC-REG:overstay, SHRED",
        "RC-TRP, last_action=2026-02-28, 2041-02-28, RC-TRP, REVIEW",
        "RC-CIT-EST, decision_final=2026-02-01, 2101-02-01, RC-CIT-EST, ARCHIVE",
        "RC-CARDLOSS, card_replaced=2026-05-01;card_expired=2026-04-01, 2027-04-01, RC-CARDLOSS, SHRED",
        "RC-CARDLOSS, card_replaced=2026-05-01, 2027-05-01, RC-CARDLOSS, SHRED",
        "RC-CAB, idle_3y=2026-05-01, 2026-05-31, RC-CAB, SHRED",
        "RC-SUB, consent_withdrawn=2026-05-01, 2026-05-01, RC-SUB, SHRED",
        "RC-QUAR, received=2026-05-01, 2026-05-15, RC-QUAR, SHRED",
        "RC-TECH, captured=2026-05-01, 2026-11-01, RC-TECH, ANONYMISE",
        "RC-BIO, captured=2026-05-01, 2036-05-01, RC-BIO, SHRED",
        "RC-BIO, captured=2026-05-01;citizenship_granted=2030-01-01, 2030-01-01, RC-BIO, SHRED",
        "RC-BIO, citizenship_granted=2030-01-01, 2030-01-01, RC-BIO, SHRED",
        "RC-DISC, disclosed=2026-05-01;disclosed_record_ended=2028-01-01, 2031-05-01, RC-DISC, SHRED",
        "RC-DISC, disclosed=2026-05-01;disclosed_record_ended=2041-01-01, 2041-01-01, RC-DISC, SHRED",
        "RC-TRP, last_action=2028-02-29, 2043-02-28, RC-TRP, REVIEW",
    })
    @Clause("STO-1")
    void theEndIsTheTriggerPlusThePeriod(String id, String events, LocalDate end, String rule, Disposal disposal) {
        assertThat(endOf(policy, id, events)).isEqualTo(new RetentionEnd.On(end, rule, disposal));
    }

    @Test
    void withoutATriggerThereIsNoDate() {
        assertThat(endOf(policy, "RC-REG", "decision_final=2026-01-01"))
                .isEqualTo(new RetentionEnd.Waiting("RC-REG", "stay_ended"));
        assertThat(endOf(policy, "RC-REG", "").date()).isEmpty();
    }

    @Test
    void aDisclosureWaitsForTheRecordsItGaveOut() {
        assertThat(endOf(policy, "RC-DISC", "disclosed=2026-05-01"))
                .isEqualTo(new RetentionEnd.Waiting("RC-DISC", "disclosed_record_ended"));
    }

    @Test
    void whatHoldsNoPersonalDataIsKept() {
        assertThat(endOf(policy, "RC-CERT", "issued=2026-05-01")).isEqualTo(new RetentionEnd.Kept("RC-CERT"));
    }

    @Test
    @Clause("STO-2")
    void aMinimumByLawBeatsAnEarlyEnd() {
        var stricter = PolicyFile.read(ShippedPolicy.yaml()
                .replace(
                        "benchmark: EURODAC art. 29 ten years}",
                        "benchmark: EURODAC art. 29 ten years, floor: {period: P2Y, status: assumed}}"));

        assertThat(endOf(stricter, "RC-BIO", "captured=2026-05-01;citizenship_granted=2026-06-01")
                        .date())
                .contains(LocalDate.parse("2028-05-01"));
    }

    @Test
    @Clause("STO-1")
    void everyClassEndsOrIsKeptOnceItsTriggersHappened() {
        assertThat(policy.recordClasses()).allSatisfy(found -> {
            var all = found.retention().triggers().stream().map(trigger -> trigger + "=2026-05-01");
            var events = all.collect(Collectors.joining(";")) + ";disclosed_record_ended=2026-05-01";
            assertThat(endOf(policy, found.id(), events)).isNotInstanceOf(RetentionEnd.Waiting.class);
        });
    }

    private static RetentionEnd endOf(Policy policy, String id, String events) {
        Map<String, LocalDate> dates = Stream.of(events.split(";"))
                .filter(event -> !event.isEmpty())
                .map(event -> event.split("="))
                .collect(Collectors.toMap(event -> event[0], event -> LocalDate.parse(event[1])));
        return Retention.endOf(policy.recordClass(id).orElseThrow(), dates);
    }
}
