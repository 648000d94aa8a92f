package muhafiz.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.subject.MergeRights.Asked;

/** Says that two persons are one, and takes it back. Every act and every refusal is an entry. */
@ApplicationScoped
public class Merges {
    private final Gate gate;
    private final MergeTurn turn;

    @Inject
    Merges(Gate gate, MergeTurn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * Who else may be this person, in cases that the caller may know of; and with whom they are one.
     *
     * @throws RefusedException the gate's; {@code not-found} where the caller may know of no case of theirs
     */
    public AlikeView candidates(Caller caller, UUID person, Why why) {
        return onRecord(caller, why, asked -> turn.candidates(asked, person));
    }

    /**
     * Joins two persons.
     *
     * @throws RefusedException the gate's; {@code malformed} for one person twice; {@code not-found} where the caller may say so of either
     *     of them in no case; {@code already-decided} where they are one
     */
    public Merge merge(Caller caller, UUID kept, UUID merged, Why why) {
        if (kept.equals(merged)) {
            throw new RefusedException(Refusal.MALFORMED, "two persons are named", Map.of("member", "merged"));
        }
        return onRecord(caller, why, asked -> turn.merge(asked, kept, merged));
    }

    /** Separates them. @throws RefusedException as {@link #merge}, {@code already-decided} where it was undone */
    public void undo(Caller caller, UUID merge, Why why) {
        onRecord(caller, why, asked -> turn.undo(asked, merge));
    }

    private interface Doing<T> {
        T by(Asked asked);
    }

    private <T> T onRecord(Caller caller, Why why, Doing<T> doing) {
        gate.purpose(caller, Action.SEARCH, why);
        Asked asked = new Asked(caller, why);
        try {
            return doing.by(asked);
        } catch (RefusedException refused) {
            turn.refused(asked, refused.refusal());
            throw refused;
        }
    }
}
