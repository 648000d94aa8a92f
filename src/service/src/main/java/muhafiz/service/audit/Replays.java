package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/**
 * Asks a past decision's question again, of the policy version that answered it then. What was asked stands inside the entry, so it takes
 * a {@link LogDecision} that shows the entry's details.
 */
@ApplicationScoped
public class Replays {
    private final Gate gate;
    private final ReplayTurn turn;

    @Inject
    Replays(Gate gate, ReplayTurn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * Which entry holds the decision.
     *
     * @param place in the log
     * @param subject the person it is about; empty for an entry about nobody
     * @param decision by which its details are shown
     */
    public record Which(long place, Optional<UUID> subject, Optional<UUID> decision) {
        Set<UUID> subjects() {
            return subject.map(Set::of).orElse(Set.of());
        }
    }

    /**
     * Replays it.
     *
     * @throws RefusedException the gate's; {@code not-allowed}, also without such a decision; {@code not-found} where the place has no
     *     entry, or none that this opens and that holds a question
     */
    public Replay of(Caller caller, Which which, Why why) {
        String purpose = gate.purpose(caller, Action.SEARCH, why);
        ReplayTurn.Answer answer = turn.take(new ReplayTurn.Wanted(caller, which, purpose, why.ref()));
        return answer.replay()
                .orElseThrow(() -> new RefusedException(
                        answer.refusal(),
                        answer.refusal() == Refusal.NOT_FOUND
                                ? "there is no such decision"
                                : "no decision shows this entry to this role"));
    }
}
