package muhafiz.service.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A frozen list of what is to be disposed of, without its items.
 *
 * @param asOf the day by which every item has reached its end
 * @param isAtOnce whether its keys' copies are to be put out of reach by an emergency rotation
 * @param areCopiesStated whether the proposer says that everybody whose status an item proves holds a copy, or was offered one
 * @param policyVersion of the policy in force when it was proposed
 * @param digest of the list, in lower-case hex: what approvals name
 */
public record Disposition(
        UUID id,
        LocalDate asOf,
        boolean isAtOnce,
        boolean areCopiesStated,
        int policyVersion,
        Proposer proposed,
        String digest,
        State state) {

    /** Who proposed it, under which role, and when. */
    public record Proposer(String user, String role, Instant at) {}

    /** Where it stands. */
    public enum State {
        PROPOSED("proposed"),
        APPROVED("approved"),
        ENDED("ended");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("not a state of a disposition: " + code);
        }
    }
}
