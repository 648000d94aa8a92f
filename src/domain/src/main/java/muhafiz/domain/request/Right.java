package muhafiz.domain.request;

import java.util.Arrays;
import java.util.Optional;

/** The rights of a person, by the policy's ids of request kinds. Closed: whoever handles them handles each. */
public enum Right {
    ACCESS,
    CORRECT,
    RESTRICT,
    OBJECT,
    ERASE,
    BAN,
    CONSENT_WITHDRAW,
    SOURCE_PROOF,
    COMPLAINT,
    COPY_PENALTY;

    /** The policy's id. */
    public String id() {
        return name();
    }

    public static Optional<Right> of(String id) {
        return Arrays.stream(values()).filter(right -> right.id().equals(id)).findFirst();
    }

    /** Whether asking for it stops something at once, before the decision (policy, {@code interim}). */
    public boolean hasInterimEffect() {
        return this == RESTRICT || this == OBJECT;
    }

    /** Whether it hands out, changes or destroys what is kept, so that the person must be known at level L2 before it is granted. */
    public boolean needsProof() {
        return switch (this) {
            case ACCESS, CORRECT, ERASE, CONSENT_WITHDRAW, SOURCE_PROOF, COPY_PENALTY -> true;
            case RESTRICT, OBJECT, BAN, COMPLAINT -> false;
        };
    }
}
