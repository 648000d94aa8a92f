package muhafiz.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** The tests of a request for destruction, in the order of the policy. */
class ErasureTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final UUID HOLD = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Policy policy = ShippedPolicy.read();
    private final RequestKind kind = policy.requestKind("ERASE").orElseThrow();

    @Test
    void everyTestThatThePolicyNamesIsBuilt() {
        assertThat(kind.testOrder()).isEqualTo(Erasure.TESTS);
    }

    @Test
    void aHoldComesBeforeTheFundAndTheFundBeforeTheLawsMinimum() {
        Map<String, LocalDate> decided = Map.of("decision_final", TODAY.minusYears(1));

        assertThat(refusal("RC-CIT-EST", Optional.of(HOLD), decided)).contains(new Ground.Hold(HOLD));
        assertThat(refusal("RC-CIT-EST", Optional.empty(), decided)).contains(new Ground.ArchiveFund("RC-CIT-EST"));
    }

    @Test
    void aLawsMinimumStandsUntilItsLastDay() {
        Map<String, LocalDate> early =
                Map.of("decision_final", TODAY.minusYears(5).plusDays(1));
        Map<String, LocalDate> over = Map.of("decision_final", TODAY.minusYears(5));

        assertThat(refusal("RC-VIO", Optional.empty(), early))
                .contains(new Ground.Retention("RC-VIO", "CAO 47.3", Optional.of(TODAY.plusDays(1))));
        assertThat(refusal("RC-VIO", Optional.empty(), over)).isEmpty();
    }

    @Test
    void aMinimumThatHasNotBegunStandsWithoutADay() {
        assertThat(refusal("RC-VIO", Optional.empty(), Map.of()))
                .contains(new Ground.Retention("RC-VIO", "CAO 47.3", Optional.empty()));
    }

    @Test
    void whatNoLawRequiresMayGoUnlessItIsAnothersOrInUse() {
        assertThat(refusal("RC-WP", Optional.empty(), Map.of())).isEmpty();
        assertThat(refusal(facts("RC-WP", true, true))).contains(new Ground.Others());
        assertThat(refusal(facts("RC-WP", false, true)).map(Ground::id)).contains("RG-RETENTION");
    }

    private Optional<Ground> refusal(String recordClass, Optional<UUID> hold, Map<String, LocalDate> events) {
        return refusal(new Erasure.Facts(policy.recordClass(recordClass).orElseThrow(), hold, events, false, false));
    }

    private Erasure.Facts facts(String recordClass, boolean isAnothers, boolean isInUse) {
        return new Erasure.Facts(
                policy.recordClass(recordClass).orElseThrow(), Optional.empty(), Map.of(), isAnothers, isInUse);
    }

    private Optional<Ground> refusal(Erasure.Facts facts) {
        return Erasure.refusal(kind, facts, TODAY);
    }
}
