package muhafiz.domain.casefile;

import java.util.Set;

/** Where a case stands (policy, {@code application_states}); the code is the policy's own spelling. */
public enum CaseState {
    OPEN("open"),
    DEFICIENT("deficient"),
    IN_WORK("in-work"),
    DECIDED("decided"),
    WITHDRAWN("withdrawn"),
    CLOSED("closed");

    private final String code;

    CaseState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The states that may follow this one. */
    public Set<CaseState> next() {
        return switch (this) {
            case OPEN -> Set.of(DEFICIENT, IN_WORK, WITHDRAWN);
            case DEFICIENT -> Set.of(OPEN, IN_WORK, WITHDRAWN);
            case IN_WORK -> Set.of(DEFICIENT, DECIDED, WITHDRAWN);
            case DECIDED, WITHDRAWN -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }

    public static CaseState ofCode(String code) {
        for (CaseState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown case state " + code);
    }
}
