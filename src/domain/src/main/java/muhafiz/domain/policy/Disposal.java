package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What happens to a document at its end date; keep is for what holds no personal data. */
public enum Disposal {
    SHRED("shred"),
    ARCHIVE("archive"),
    REVIEW("review"),
    ANONYMISE("anonymise"),
    KEEP("keep");

    private final String word;

    Disposal(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Disposal> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
