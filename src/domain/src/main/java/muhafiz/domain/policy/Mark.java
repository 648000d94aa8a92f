package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** How well a value is founded: in the law or an official page, by the press, by a third party, or by us. */
public enum Mark {
    SOURCED("sourced"),
    REPORTED("reported"),
    UNOFFICIAL("unofficial"),
    ASSUMED("assumed");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Mark> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
