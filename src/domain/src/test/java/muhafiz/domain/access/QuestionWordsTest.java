package muhafiz.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Prohibition.PersonCountry;
import muhafiz.domain.policy.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionWordsTest {
    private static final int QUESTIONS = 2000;

    @Test
    void aQuestionIsKeptInWordsThatAnAuditorCanRead() {
        AccessQuestion question = AccessQuestion.of("case_officer", Action.READ_CONTENT)
                .inUnit("RD-1")
                .about(Item.of("RC-WP", "passport"))
                .forPurpose("P-SERVICE")
                .given(Condition.OWN_UNIT, Condition.ASSIGNED_CASE)
                .when(Situation.RESTRICTED);

        assertThat(QuestionWords.of(question))
                .isEqualTo("action=read_content&class=RC-WP&conditions=assigned_case,own_unit&kind=passport"
                        + "&purpose=P-SERVICE&roles=case_officer&situations=restricted&unit=RD-1");
    }

    @Test
    void whateverWasAskedIsTheSameQuestionWhenItIsReadAgain() {
        for (long seed = 0; seed < QUESTIONS; seed++) {
            AccessQuestion question = any(new Random(seed));

            assertThat(QuestionWords.read(QuestionWords.of(question)))
                    .as("seed %d", seed)
                    .isEqualTo(question);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "read_content", "=x", "action=fly", "action=read_meta&conditions=sunshine", "class=RC-WP"})
    void whatIsNoQuestionIsNotReadAsOne(String words) {
        assertThatThrownBy(() -> QuestionWords.read(words)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AccessQuestion any(Random random) {
        boolean isRecord = random.nextBoolean();
        Item item = isRecord ? new Item(Optional.of(word(random)), maybe(random), random.nextBoolean()) : Item.none();
        return new AccessQuestion(
                new Actor(some(random, List.of("dpo", "auditor", "a,b", "c&d=e")), maybe(random)),
                Action.values()[random.nextInt(Action.values().length)],
                item,
                maybe(random),
                maybe(random),
                random.nextBoolean() ? Optional.of(recipient(random)) : Optional.empty(),
                some(random, Arrays.asList(Condition.values())),
                some(random, Arrays.asList(Situation.values())));
    }

    private static Recipient recipient(Random random) {
        return new Recipient(
                maybe(random),
                random.nextBoolean(),
                random.nextBoolean()
                        ? Map.of(PersonCountry.NATIONALITY, Set.of(word(random)))
                        : Map.of(
                                PersonCountry.NATIONALITY, Set.of("Aland Islands", "Åland, =&"),
                                PersonCountry.COUNTRY_OF_ORIGIN, Set.of(word(random))));
    }

    private static Optional<String> maybe(Random random) {
        return random.nextBoolean() ? Optional.of(word(random)) : Optional.empty();
    }

    private static String word(Random random) {
        return List.of("RC-WP", "P-SERVICE", "Côte d’Ivoire", "a=b&c,d", "100 %", "Ə")
                .get(random.nextInt(6));
    }

    private static <T> Set<T> some(Random random, List<T> values) {
        return values.stream().filter(value -> random.nextInt(4) == 0).collect(Collectors.toSet());
    }
}
