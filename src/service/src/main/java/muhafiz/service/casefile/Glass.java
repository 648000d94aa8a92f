package muhafiz.service.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Glass that somebody broke: access to one case in an emergency.
 *
 * @param by who broke it, with the role and unit of that moment
 * @param purpose the only one it serves
 * @param reason in the officer's words, sealed under the case's leaf
 * @param until the first moment at which it opens nothing
 * @param confirmedBy the second person; empty until there is one
 * @param escalatedAt since when it counts as unconfirmed; empty while there is time, or it was confirmed in time
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Glass(
        UUID id,
        UUID caseId,
        Breaker by,
        String purpose,
        byte[] reason,
        Instant brokenAt,
        Instant until,
        Optional<String> confirmedBy,
        Optional<Instant> escalatedAt) {
    /** Policy, break_glass.needs: second_person_within_24h. */
    static final Duration CONFIRM_WITHIN = Duration.ofHours(24);

    /** Who broke it. */
    public record Breaker(String account, String role, String unit) {}

    /** How it stands. */
    public enum State {
        /** It waits for the second person. */
        OPEN,
        CONFIRMED,
        /** Nobody confirmed it in time; whoever does later does not undo that. */
        ESCALATED
    }

    State state() {
        return escalatedAt.isPresent() ? State.ESCALATED : confirmedBy.isPresent() ? State.CONFIRMED : State.OPEN;
    }
}
