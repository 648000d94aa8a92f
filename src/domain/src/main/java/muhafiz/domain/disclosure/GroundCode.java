package muhafiz.domain.disclosure;

import java.util.Arrays;
import java.util.Optional;

/** The grounds of the policy ({@code disclosures}), by its spelling. */
public enum GroundCode {
    D_GOV,
    D_SVC,
    D_COURT,
    D_LAW,
    D_IO;

    /** As the policy spells it, such as {@code D-GOV}. */
    public String code() {
        return name().replace('_', '-');
    }

    public static Optional<GroundCode> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
