package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What kind of voice a source is. */
public enum Authority {
    OFFICIAL("official"),
    UNOFFICIAL("unofficial"),
    LAW("law"),
    PRESS("press"),
    SECONDARY("secondary"),
    BENCHMARK("benchmark");

    private final String word;

    Authority(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Authority> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }

    /** The best mark a value can bear that rests on such a source alone. */
    public Mark mark() {
        return switch (this) {
            case OFFICIAL, LAW, BENCHMARK -> Mark.SOURCED;
            case PRESS, SECONDARY -> Mark.REPORTED;
            case UNOFFICIAL -> Mark.UNOFFICIAL;
        };
    }
}
