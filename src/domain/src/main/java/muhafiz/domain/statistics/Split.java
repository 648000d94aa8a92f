package muhafiz.domain.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a table are split by. */
public enum Split {
    NONE,
    UNIT,
    SERVICE,
    MONTH;

    /** As the contract spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Split> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
