package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/**
 * Shows whose reading stands out: of other units, outside office hours, or more than the person's own usual (requirements, AU-6). Under
 * pseudonyms, as the log does; who is meant is named by a {@link LogDecision}.
 */
@ApplicationScoped
public class UnusualAccess {
    private static final long LONGEST_DAYS = 92;

    private final Gate gate;
    private final UnusualTurn turn;

    @Inject
    UnusualAccess(Gate gate, UnusualTurn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * The days that stand out, oldest first.
     *
     * @param from the first day
     * @param to the last day; at most 92 days are looked at
     * @throws RefusedException {@code malformed}, the gate's, {@code not-allowed}
     */
    public List<UnusualDay> between(Caller caller, LocalDate from, LocalDate to, Why why) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > LONGEST_DAYS) {
            throw new RefusedException(
                    Refusal.MALFORMED, "from and to are 1 to " + LONGEST_DAYS + " days", Map.of("member", "to"));
        }
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return turn.take(new UnusualTurn.Wanted(caller, from, to, purpose, why.ref()))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED, "this role does not read the log"));
    }
}
