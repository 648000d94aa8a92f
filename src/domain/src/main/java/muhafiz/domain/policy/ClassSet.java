package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** The sets of classes that a grant may name in place of a list. */
public enum ClassSet {
    OWN_RECORDS("own_records"),
    UNIT_CLASSES("unit_classes"),
    ALL_PERSONAL("all_personal"),
    NONE("none");

    private final String word;

    ClassSet(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<ClassSet> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
