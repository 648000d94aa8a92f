package muhafiz.domain.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a request is. */
public enum RequestState {
    /** It is in the register and its clock runs. */
    RECEIVED,
    /** Who asks is in doubt and was asked for proof; the clock stands. */
    ASKED_FOR_PROOF,
    /** Who asks is known, and how surely. */
    IDENTIFIED,
    /** Somebody else must be asked first; the clock is extended once. */
    WAITING,
    DECIDED,
    /** The answer was handed over. */
    ANSWERED,
    /** Nothing more follows: answered, forwarded or withdrawn. */
    CLOSED;

    /** As the contract spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RequestState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /** Whether a decision is still to be made. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, ASKED_FOR_PROOF, IDENTIFIED, WAITING -> true;
            case DECIDED, ANSWERED, CLOSED -> false;
        };
    }
}
