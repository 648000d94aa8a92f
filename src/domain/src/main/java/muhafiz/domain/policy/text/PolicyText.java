package muhafiz.domain.policy.text;

import java.util.List;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Policy;

/** A version of the policy as chapters of sentences in one language. Immutable; same policy, same text. */
public record PolicyText(Language language, String title, List<Chapter> chapters) {
    public PolicyText {
        chapters = List.copyOf(chapters);
    }

    /** Sentences under one heading. */
    public record Chapter(String title, List<String> sentences) {
        public Chapter {
            sentences = List.copyOf(sentences);
        }
    }

    public static PolicyText of(Policy policy, Language language) {
        var speech = new Speech(language);
        var told = new Told(policy, speech);
        var title = speech.say(Phrase.TITLE, policy.version());
        return new PolicyText(
                language,
                title,
                List.of(
                        new Chapter(title, told.head()),
                        new Chapter(speech.say(Phrase.CLASSES), told.classes()),
                        new Chapter(speech.say(Phrase.PURPOSES), told.purposes()),
                        new Chapter(speech.say(Phrase.RECIPIENTS), told.recipients()),
                        new Chapter(speech.say(Phrase.RIGHTS), told.rights())));
    }

    /** As lines of text: headings alone, sentences after a dash. */
    public String plain() {
        return chapters.stream()
                .map(chapter -> chapter.title() + "\n\n"
                        + chapter.sentences().stream()
                                .map(sentence -> "- " + sentence + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
