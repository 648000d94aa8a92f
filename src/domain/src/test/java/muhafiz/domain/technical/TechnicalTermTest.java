package muhafiz.domain.technical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

class TechnicalTermTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void thePolicyKeepsTechnicalDataForSixMonthsAndNeverMoreThanAYear() {
        TechnicalTerm term = TechnicalTerm.of(
                ShippedPolicy.read().recordClass("RC-TECH").orElseThrow().retention());

        assertThat(term).isEqualTo(new TechnicalTerm(Period.ofMonths(6), Optional.of(Period.ofYears(1))));
        assertThat(term.endOf(DAY)).isEqualTo("2026-07-31");
        assertThat(term.isOver(DAY, LocalDate.of(2026, 7, 30))).isFalse();
        assertThat(term.isOver(DAY, LocalDate.of(2026, 7, 31))).isTrue();
    }

    @Test
    void aLongerPeriodEndsAtTheCeiling() {
        TechnicalTerm term = new TechnicalTerm(Period.ofYears(3), Optional.of(Period.ofYears(1)));

        assertThat(term.endOf(DAY)).isEqualTo("2027-01-31");
    }

    @Test
    void anItemHasAtLeastOneOfTheFourFields() {
        assertThatThrownBy(() -> new Captured(Instant.EPOCH, Map.of())).hasMessageContaining("one or more");
        assertThatThrownBy(() -> new Captured(Instant.EPOCH, Map.of("surname", "Əliyeva")))
                .hasMessageContaining("one or more");
        assertThatThrownBy(() -> new Captured(Instant.EPOCH, Map.of("ip", "not an address")))
                .hasMessageContaining("IPv6");
        assertThat(new Captured(Instant.EPOCH, Map.of("ip", "2001:db8::1")).fields())
                .hasSize(1);
    }
}
