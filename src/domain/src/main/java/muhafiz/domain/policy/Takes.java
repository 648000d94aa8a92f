package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a channel may bring in. */
public enum Takes {
    APPLICATIONS("applications"),
    DOCUMENTS("documents"),
    REQUESTS("requests"),
    LETTERS("letters"),
    SUBSCRIPTIONS("subscriptions"),
    TECHNICAL_DATA("technical_data"),
    APPOINTMENTS("appointments");

    private final String word;

    Takes(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Takes> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
