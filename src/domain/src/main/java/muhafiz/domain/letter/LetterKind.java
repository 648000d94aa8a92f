package muhafiz.domain.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody writes (seed 000, line 17). */
public enum LetterKind {
    APPLICATION,
    PROPOSAL,
    COMPLAINT,
    REQUEST;

    /** As the contract spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LetterKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
