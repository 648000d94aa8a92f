package muhafiz.service.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which capacity somebody asks. */
public enum Capacity {
    SELF,
    /** Until the child is of age (LOI 38.6). */
    PARENT,
    /** Of a child, likewise; who looks after a person of age is a representative. */
    GUARDIAN,
    REPRESENTATIVE;

    boolean endsAtFullAge() {
        return this == PARENT || this == GUARDIAN;
    }

    /** As the contract spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Capacity> of(String code) {
        return Arrays.stream(values())
                .filter(capacity -> capacity.code().equals(code))
                .findFirst();
    }
}
