package muhafiz.domain.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.domain.policy.Purpose;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The text is the policy: whatever is enforced is told, in each language. */
class PolicyTextTest {
    private final Policy policy = ShippedPolicy.read();

    @ParameterizedTest
    @EnumSource
    void everyClassPurposeRecipientAndRightIsTold(Language language) {
        var text = PolicyText.of(policy, language).plain();

        assertThat(policy.recordClasses()).extracting(RecordClass::id).allMatch(id -> text.contains("(" + id + ")"));
        assertThat(policy.purposes()).extracting(Purpose::id).allMatch(id -> text.contains("(" + id + ")"));
        assertThat(policy.disclosureGrounds())
                .extracting(DisclosureGround::id)
                .allMatch(id -> text.contains("(" + id + ")"));
        assertThat(policy.requestKinds()).extracting(RequestKind::id).allMatch(id -> text.contains("(" + id + ")"));
        assertThat(text).doesNotContain("null", "Optional", "%s");
    }

    /** requirements.md §1.6 and §3.2, by the periods of the owner's example. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Work permit (RC-WP). Kept: 5 years; counted: when the permit has expired; then: destroyed [assumed, not confirmed].
            EN | Technical data (RC-TECH). Kept: 6 months; counted: when it is captured; then: anonymised [assumed, not confirmed]. At most: 1 year
            EN | Newsletter subscription (RC-SUB). Kept: at once; counted: when the consent is withdrawn; then: destroyed
            EN | Instead, when an overstay is found: 5 years [assumed, not confirmed].
            EN | Anonymized statistics (RC-STAT). Holds no personal data; kept for good
            EN | Answered within 7 working days (PDL art. 12); refused within 5 working days; extended by 7 working days [as reported].
            EN | Of 33 periods 33 are assumed and not confirmed yet.
            RU | Разрешение на работу (RC-WP). Хранится: 5 лет; отсчёт: по истечении разрешения; затем: уничтожается [предположение, не подтверждено].
            RU | Хранится: 3 года; отсчёт: по окончании пребывания
            RU | Ответ: 1 рабочий день (CAO art. 46.1)
            RU | Хранится: 14 дней; отсчёт: с момента получения
            AZ | İş icazəsi (RC-WP). Saxlanılır: 5 il; başlanğıc: icazənin müddəti bitdikdə; sonra: məhv edilir [ehtimal, təsdiq edilməyib].
            AZ | Cavab: 15 iş günü (LCA arts 7.10 and 10); araşdırma tələb olunduqda: 30 iş günü; uzadılma: 30 iş günü
            """)
    void aRuleIsToldInWords(Language language, String sentence) {
        assertThat(PolicyText.of(policy, language).plain()).contains(sentence);
    }

    @Test
    void whatIsConfirmedIsNotCalledAssumed() {
        var confirmed = PolicyFile.read(ShippedPolicy.yaml()
                .replace(
                        "retention: {trigger: permit_expired, period: P5Y, action: shred, status: assumed}",
                        "retention: {trigger: permit_expired, period: P5Y, action: shred, status: sourced, src: MC}"));

        assertThat(PolicyText.of(confirmed, Language.EN).plain())
                .contains("then: destroyed [official source].")
                .contains("Of 33 periods 32 are assumed");
    }

    @ParameterizedTest
    @EnumSource
    void noLanguageBorrowsFromAnother(Language language) {
        var text = PolicyText.of(policy, language).plain();

        assertThat(text.matches("(?s).*[А-Яа-я].*")).isEqualTo(language == Language.RU);
        assertThat(Arrays.stream(Phrase.values()))
                .allSatisfy(phrase -> assertThat(
                                Arrays.stream(Language.values()).map(other -> phrase.in(other, "1", "2", "3")))
                        .doesNotHaveDuplicates());
    }
}
