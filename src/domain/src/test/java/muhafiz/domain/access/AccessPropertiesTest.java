package muhafiz.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Purpose;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.ShippedPolicy;
import muhafiz.domain.policy.Situation;
import org.junit.jupiter.api.Test;

/** What holds of every question: denied unless granted, and nothing opens by more prohibitions or fewer conditions. */
class AccessPropertiesTest {
    private static final long SEED = 20_261_122;

    private final Policy policy = ShippedPolicy.read();
    private final List<String> classes =
            policy.recordClasses().stream().map(RecordClass::id).toList();
    private final List<String> purposes =
            policy.purposes().stream().map(Purpose::id).toList();

    /** Each role, action, class and purpose there is, with every condition given: about half a million questions. */
    @Test
    @Clause("PRO-2")
    void whatTheTableOfGrantsDoesNotNameIsDeniedAndNothingElse() {
        var rows = GrantRow.all();
        var wrong = new ArrayList<String>();
        for (var role : policy.roles()) {
            var own = rows.stream().filter(row -> row.role().equals(role)).toList();
            for (var action : Action.values()) {
                combinations(own, role, action, wrong);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void combinations(List<GrantRow> rows, String role, Action action, List<String> wrong) {
        var never = rows.stream().anyMatch(row -> row.never().contains(action.word()));
        var asked = AccessQuestion.of(new Actor(Set.of(role), Optional.of("HQ")), action)
                .given(Condition.values());
        for (var recordClass : classes) {
            var about = asked.about(Item.of(recordClass));
            for (var purpose : purposes) {
                var expected = !never && rows.stream().anyMatch(row -> row.allows(action.word(), recordClass, purpose));
                var decided = AccessDecisions.decide(policy, about.forPurpose(purpose));
                if (decided.isAllowed() != expected) {
                    wrong.add(String.join(" ", role, action.word(), recordClass, purpose, decided.toString()));
                }
            }
        }
    }

    @Test
    void takingAConditionAwayOpensNothing() {
        random(question -> {
            if (AccessDecisions.decide(policy, question).isAllowed()) {
                return;
            }
            for (var condition : question.conditions()) {
                var fewer = EnumSet.copyOf(question.conditions());
                fewer.remove(condition);
                assertThat(AccessDecisions.decide(policy, with(question, fewer)).isAllowed())
                        .as("%s without %s", question, condition)
                        .isFalse();
            }
        });
    }

    /** Situations that only prohibit; the others lift a prohibition where it says so. */
    @Test
    @Clause("DIS-0")
    void aFurtherProhibitionOpensNothing() {
        var prohibiting = List.of(
                Situation.RESTRICTED,
                Situation.LEGAL_HOLD,
                Situation.PERSON_HAS_OR_HAD_AN_ASYLUM_FILE,
                Situation.REVEALS_SECRET_OF_ORIGIN_OF_MINOR,
                Situation.CELL_BELOW_THRESHOLD_OR_RECOVERABLE,
                Situation.AUTHORITIES_OF_COUNTRY_OF_ORIGIN,
                Situation.FOREIGN_RECIPIENT);

        random(question -> prohibiting.forEach(more -> {
            if (!AccessDecisions.decide(policy, question).isAllowed()) {
                assertThat(AccessDecisions.decide(policy, question.when(more)).isAllowed())
                        .as("%s and %s", question, more)
                        .isFalse();
            }
        }));
    }

    /** AU-4: the same question of the same version is answered the same, by the same rule. */
    @Test
    void theSameQuestionHasTheSameAnswer() {
        random(question -> assertThat(AccessDecisions.decide(policy, question))
                .isEqualTo(AccessDecisions.decide(policy, with(question, question.conditions()))));
    }

    private static AccessQuestion with(AccessQuestion question, Set<Condition> conditions) {
        return new AccessQuestion(
                question.actor(),
                question.action(),
                question.item(),
                question.purpose(),
                question.channel(),
                question.recipient(),
                conditions,
                question.situations());
    }

    private void random(Consumer<AccessQuestion> check) {
        var random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            check.accept(AccessQuestion.of(
                            new Actor(Set.of(any(random, policy.roles())), Optional.of("HQ")),
                            any(random, Arrays.asList(Action.values())))
                    .about(Item.of(any(random, classes)))
                    .forPurpose(any(random, purposes))
                    .given(some(random, Condition.values(), 1).toArray(Condition[]::new))
                    .when(some(random, Situation.values(), 3).toArray(Situation[]::new)));
        }
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Leaves out about {@code most} of four. */
    private static <T> List<T> some(Random random, T[] all, int most) {
        return Arrays.stream(all).filter(one -> random.nextInt(4) >= most).toList();
    }
}
