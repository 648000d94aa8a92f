package muhafiz.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTextsTest {
    private static final Map<String, String> ALL = Map.of("kinds", "Passport", "on", "2026-12-01", "version", "2");

    /** The policy's own list; read as text, so that a template more or less is seen. */
    static Stream<String> templates() throws java.io.IOException {
        return java.nio.file.Files.readString(Path.of("..", "..", "config", "policy.yaml"))
                .lines()
                .dropWhile(line -> !line.startsWith("notices:"))
                .filter(line -> line.matches("    [a-z-]+: +\\{to: .*"))
                .map(line -> line.strip().replaceAll(":.*", ""));
    }

    @Test
    void thePolicyHasElevenTemplates() throws java.io.IOException {
        assertThat(templates()).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateSpeaksAllThreeLanguages(String template) {
        Set<String> subjects = new java.util.TreeSet<>();
        for (String language : NoticeTexts.LANGUAGES) {
            NoticeText text = NoticeTexts.of(template, language, ALL);
            assertThat(text.subject()).isNotBlank().doesNotContain("{", "\n");
            assertThat(text.body()).isNotBlank().doesNotContain("{");
            subjects.add(text.subject());
        }
        assertThat(subjects).hasSize(3);
    }

    /** Policy, notices: no case content. Kinds are named by DOC-6, days and versions are nobody's. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateAsksForAnythingOfACase(String template) {
        assertThat(Set.of("kinds", "on", "version")).containsAll(NoticeTexts.factsOf(template));
        for (String language : NoticeTexts.LANGUAGES) {
            NoticeTexts.factsOf(template)
                    .forEach(fact -> assertThat(
                                    NoticeTexts.of(template, language, ALL).body())
                            .as("%s says %s", language, fact)
                            .contains(ALL.get(fact)));
        }
    }

    @Test
    void aDeficiencyNamesTheMissingKinds() {
        assertThat(NoticeTexts.of("deficiency", "ru", Map.of("kinds", "Паспорт"))
                        .body())
                .contains("Паспорт");
        assertThatThrownBy(() -> NoticeTexts.of("deficiency", "ru", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kinds");
    }

    @Test
    void whatIsNotSpokenIsSaidInAzerbaijani() {
        assertThat(NoticeTexts.language("de")).isEqualTo("az");
        assertThat(NoticeTexts.language("ru")).isEqualTo("ru");
    }

    @Test
    void aNoticeIsTriedFiveTimesAndNothingFollowsWhatWasShown() {
        assertThat(NoticeState.afterFailure(4)).isEqualTo(NoticeState.QUEUED);
        assertThat(NoticeState.afterFailure(5)).isEqualTo(NoticeState.FAILED);
        assertThat(NoticeState.FAILED.next()).containsOnly(NoticeState.SENT, NoticeState.SHOWN);
        assertThat(NoticeState.SHOWN.next()).isEmpty();
    }
}
