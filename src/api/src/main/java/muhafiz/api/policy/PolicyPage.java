package muhafiz.api.policy;

import java.util.stream.Collectors;
import muhafiz.domain.policy.text.PolicyText;

/** The text of the policy as one page of HTML that loads nothing. */
final class PolicyPage {
    private PolicyPage() {}

    static String of(PolicyText text) {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s</body>
                </html>
                """.formatted(
                        text.language().tag(),
                        escaped(text.title()),
                        text.chapters().stream().map(PolicyPage::chapter).collect(Collectors.joining()));
    }

    private static String chapter(PolicyText.Chapter chapter) {
        return "<h2>" + escaped(chapter.title()) + "</h2>\n<ul>\n"
                + chapter.sentences().stream()
                        .map(sentence -> "<li>" + escaped(sentence) + "</li>\n")
                        .collect(Collectors.joining())
                + "</ul>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
