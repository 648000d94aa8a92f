package muhafiz.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muhafiz.domain.policy.text.PolicyText;
import org.junit.jupiter.api.Test;

class PolicyPageTest {

    @Test
    void whatStandsInThePolicyIsTextAndNeverMarkup() {
        var text = new PolicyText(
                muhafiz.domain.policy.text.Language.RU,
                "Политика <b>",
                List.of(new PolicyText.Chapter("A & B", List.of("<script src=\"https://elsewhere.example\">"))));

        var page = PolicyPage.of(text);

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"ru\">")
                .contains("<title>Политика &lt;b&gt;</title>", "<h2>A &amp; B</h2>")
                .contains("<li>&lt;script src=&quot;https://elsewhere.example&quot;&gt;</li>")
                .doesNotContain("<script", "<b>");
    }
}
