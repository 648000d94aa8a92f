package muhafiz.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final Consent.Scope SCOPE = new Consent.Scope(List.of("email"), List.of("store"));
    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

    @Test
    void aConsentHasThePartsThatThePolicyWants() {
        assertThat(ShippedPolicy.read().basis("LB-CONSENT").orElseThrow().consentMustHold())
                .isEqualTo(Consent.PARTS);
        assertThat(Consent.class.getRecordComponents()).hasSize(6);
    }

    @Test
    void aConsentWithoutAPartIsNone() {
        Consent.Terms terms = new Consent.Terms(Optional.empty(), "any day in the cabinet");

        assertThatThrownBy(() -> new Consent(Map.of(), "service", "P-INFO", SCOPE, terms, "destroyed"))
                .hasMessageContaining("names its person");
        assertThatThrownBy(() -> new Consent(Map.of("surname", "Əliyeva"), " ", "P-INFO", SCOPE, terms, "destroyed"))
                .hasMessageContaining("operator");
        assertThatThrownBy(() -> new Consent(Map.of("surname", "Əliyeva"), "service", "P-INFO", SCOPE, terms, ""))
                .hasMessageContaining("onExpiry");
        assertThatThrownBy(() -> new Consent.Scope(List.of("email"), List.of())).hasMessageContaining("operations");
        assertThatThrownBy(() -> new Consent.Terms(Optional.empty(), "")).hasMessageContaining("withdrawal");
    }

    @Test
    void itHoldsOnItsLastDayAndNotAfter() {
        Consent.Terms terms = new Consent.Terms(Optional.of(DAY), "any day");

        assertThat(terms.isOverOn(DAY)).isFalse();
        assertThat(terms.isOverOn(DAY.plusDays(1))).isTrue();
        assertThat(new Consent.Terms(Optional.empty(), "any day").isOverOn(DAY.plusYears(90)))
                .isFalse();
    }
}
