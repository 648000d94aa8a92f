package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muhafiz.domain.clause.Clause;
import org.junit.jupiter.api.Test;

/** Sentences of the privacy policy that the shipped policy keeps as a whole. */
class PolicyPromisesTest {
    private final Policy policy = ShippedPolicy.read();

    /** Seed 001, lines 11 to 23, name the thirteen tasks. */
    @Test
    @Clause("USE-9")
    void eachOfTheThirteenTasksIsServedByAPurpose() {
        Map<String, String> tasks = IntStream.rangeClosed(1, 13)
                .boxed()
                .collect(Collectors.toMap("T%02d"::formatted, task -> "seed001:" + (task + 10)));

        assertThat(policy.tasks()).isEqualTo(tasks);
        assertThat(policy.purposes().stream().flatMap(purpose -> purpose.serves().stream()))
                .containsAll(tasks.keySet());
    }

    @Test
    @Clause("SCO-2")
    void technicalDataIsAClassOfItsOwnThatNoCaseHolds() {
        var technical = policy.recordClasses().stream()
                .filter(found -> found.category().equals("technical"))
                .toList();

        assertThat(technical).singleElement().satisfies(only -> {
            assertThat(only.id()).isEqualTo("RC-TECH");
            assertThat(only.retention().disposal()).isEqualTo(Disposal.ANONYMISE);
        });
        assertThat(policy.services()).extracting(EService::recordClass).doesNotContain("RC-TECH");
        assertThat(policy.kinds())
                .allSatisfy(kind -> assertThat(kind.recordClass()).isNotEqualTo(Optional.of("RC-TECH")));
    }

    /** Seed 002: from 27 April 2020 reception only at ASAN; the seed gives no end, so the rule is not active. */
    @Test
    @Clause("POL-4")
    void aTemporaryRuleHoldsFromItsFirstDayToItsLast() {
        var shipped = policy.overlays().iterator().next();
        var dated = PolicyFile.read(ShippedPolicy.yaml()
                        .replace(
                                "effective: [\"2020-04-27\", null], active: false",
                                "effective: [\"2020-04-27\", \"2020-08-31\"], active: true"))
                .overlays()
                .iterator()
                .next();

        assertThat(shipped.holdsOn(LocalDate.parse("2020-05-01"))).isFalse();
        assertThat(dated.holdsOn(LocalDate.parse("2020-04-26"))).isFalse();
        assertThat(dated.holdsOn(LocalDate.parse("2020-04-27"))).isTrue();
        assertThat(dated.holdsOn(LocalDate.parse("2020-08-31"))).isTrue();
        assertThat(dated.holdsOn(LocalDate.parse("2020-09-01"))).isFalse();
        assertThat(dated.changes().get(0).words("reception_only")).containsExactly("ASAN");
    }
}
