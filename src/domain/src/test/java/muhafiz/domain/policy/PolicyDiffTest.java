package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.policy.PolicyDiff.Change;
import muhafiz.domain.policy.PolicyDiff.Kind;
import muhafiz.domain.policy.PolicyDiff.Value;
import org.junit.jupiter.api.Test;

/** POL-1 and POL-3 of requirements.md: every change is told, and what it would newly allow. */
class PolicyDiffTest {
    private static final String PERMITS = "{trigger: permit_expired, period: P5Y,";
    private static final String TRAINING = "{role: training_officer, classes: [RC-TRAIN], purposes: [P-SERVICE],";

    private final Policy before = ShippedPolicy.read();

    private static Policy with(String text, String other) {
        assertThat(ShippedPolicy.yaml()).contains(text);
        return PolicyFile.read(ShippedPolicy.yaml().replace(text, other));
    }

    private List<Change> changes(String text, String other) {
        return PolicyDiff.between(before, with(text, other));
    }

    @Test
    void nothingChangesByNumberCommentOrOrder() {
        assertThat(PolicyDiff.between(before, before)).isEmpty();
        assertThat(changes("  version: 1\n", "  version: 2 # the second\n")).isEmpty();
        assertThat(changes("supersedes: null", "supersedes: 0")).isEmpty();
    }

    @Test
    void aPeriodIsToldWithBothValues() {
        assertThat(changes(PERMITS, PERMITS.replace("P5Y", "P7Y")))
                .containsExactly(new Change(
                        "record_classes",
                        "RC-WP",
                        Kind.CHANGED,
                        List.of(new Value("retention.period", Optional.of("P5Y"), Optional.of("P7Y")))));
    }

    @Test
    void aGrantThatChangesIsOneThatWentAndOneThatCame() {
        assertThat(changes(TRAINING, TRAINING.replace("P-SERVICE]", "P-SERVICE, P-STATS]")))
                .extracting(change -> change.section() + " " + change.id() + " " + change.kind())
                .containsExactlyInAnyOrder("grants training_officer ADDED", "grants training_officer REMOVED");
    }

    @Test
    void aProhibitionThatGoesIsTold() {
        String ban = ShippedPolicy.yaml()
                .lines()
                .filter(line -> line.contains("{id: PR-SOCIAL"))
                .findFirst()
                .map(line -> line + "\n")
                .orElseThrow();

        assertThat(changes(ban, ""))
                .extracting(change -> change.section() + " " + change.id() + " " + change.kind())
                .containsExactly("prohibitions PR-SOCIAL REMOVED");
    }

    @Test
    void aPurposeNewToAClassNeedsAnotherBasisOfIt() {
        String wider = TRAINING.replace("P-SERVICE]", "P-SERVICE, P-STATS]");
        String unfounded = ShippedPolicy.yaml().replace(TRAINING, wider);
        String basis = "basis: {is: LB-LAW, act: MC, article: null, status: assumed}}\n  RC-LETTER:";
        assertThat(unfounded).contains(basis);

        assertThat(NewUse.between(before, PolicyFile.read(unfounded)))
                .containsExactly(new NewUse("RC-TRAIN", "P-STATS", false));
        assertThat(NewUse.between(before, PolicyFile.read(unfounded.replace(basis, basis.replace("null", "\"5\"")))))
                .containsExactly(new NewUse("RC-TRAIN", "P-STATS", true));
        assertThat(NewUse.between(before, with(PERMITS, PERMITS.replace("P5Y", "P7Y"))))
                .isEmpty();
    }

    /** Seed 000, line 71, and policy_change.min_notice. */
    @Test
    void aChangeIsToldTwoWeeksBefore() {
        assertThat(before.minNotice()).isEqualTo(Period.ofDays(14));
    }

    @Test
    void aYearIsLoadedBesideThePolicy() {
        Policy loaded = before.with(CalendarYear.whole(2027, Set.of(MonthDay.of(1, 1)), Set.of()));
        EService stay = before.service("EXT").orElseThrow();
        LocalDate received = LocalDate.of(2026, 12, 30);

        assertThat(before.decideBy(stay, received, Optional.empty(), Optional.empty()))
                .isEqualTo(new Deadline.CalendarMissing(2027));
        assertThat(loaded.decideBy(stay, received, Optional.empty(), Optional.empty()))
                .isEqualTo(new Deadline.On(LocalDate.of(2027, 1, 6)));
        assertThat(loaded.calendar().years()).containsExactly(2026, 2027);
        assertThat(loaded.sha256()).isEqualTo(before.sha256());
    }
}
