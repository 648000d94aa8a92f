package muhafiz.domain.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an answer cannot wait for its usual term (LOI art. 24.2 and 24.3). */
public enum Urgency {
    /** The information would lose its use. */
    URGENT,
    /** Life, health or liberty is at stake. */
    LIFE_OR_LIBERTY;

    /** As the contract spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Urgency> of(String code) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.code().equals(code))
                .findFirst();
    }
}
