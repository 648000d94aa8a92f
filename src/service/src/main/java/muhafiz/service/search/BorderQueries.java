package muhafiz.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** A border unit asks of somebody at a checkpoint: first whether there is anything, then the least of it (policy ORG-2). */
@ApplicationScoped
public class BorderQueries {
    private final Gate gate;
    private final BorderTurn turn;
    private final BorderRows rows;

    @Inject
    BorderQueries(Gate gate, BorderTurn turn, BorderRows rows) {
        this.gate = gate;
        this.turn = turn;
        this.rows = rows;
    }

    /**
     * What a border unit is told first.
     *
     * @param id by which the fields of a hit are asked for
     */
    public record Answer(UUID id, boolean hit) {}

    /** @throws RefusedException {@code not-allowed} for roles that have no such grant */
    public Answer ask(Caller caller, BorderQuery query, Why why) {
        return turn.ask(stated(caller, why), query)
                .orElseThrow(() ->
                        new RefusedException(Refusal.NOT_ALLOWED, "only border units ask whether there is anything"));
    }

    /**
     * The fields of a hit, for half an hour, to the account that asked.
     *
     * @throws RefusedException {@code not-found} for everybody else, of what was no hit, and later
     */
    public List<BorderFields> fields(Caller caller, UUID id, Why why) {
        List<BorderFields> fields = turn.fields(stated(caller, why), id);
        if (fields.isEmpty()) {
            throw new RefusedException(Refusal.NOT_FOUND, "no hit of yours has this id");
        }
        return fields;
    }

    private BorderTurn.Asking stated(Caller caller, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return new BorderTurn.Asking(caller, new Why(Optional.of(purpose), why.ref()));
    }

    /** Forgets questions of past days. */
    @Transactional
    public int sweep() {
        return rows.sweep();
    }
}
