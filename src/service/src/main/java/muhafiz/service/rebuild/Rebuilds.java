package muhafiz.service.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/** What persons do about a lost document table. Each act and each refusal is an entry. */
@ApplicationScoped
public class Rebuilds {
    static final String RECORDS_MANAGER = "records_manager";
    static final String DPO = "dpo";

    private static final String PURPOSE = "P-RECORDS";

    private final Decider decider;
    private final RebuildDesk desk;
    private final Witness witness;

    @Inject
    Rebuilds(Decider decider, RebuildDesk desk, Witness witness) {
        this.decider = decider;
        this.desk = desk;
        this.witness = witness;
    }

    /** Begins a rebuild; where one runs already, that one is answered. @throws RefusedException {@code not-allowed} */
    public RebuildView begin(Caller caller) {
        String rule = admit(caller, Action.REBUILD);
        return desk.begin(act(caller, Act.Outcome.done(rule), "rebuild begins"));
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public RebuildView view(Caller caller, UUID id) {
        Action mayDo = caller.role().equals(RECORDS_MANAGER) || caller.role().equals(DPO)
                ? Action.RELEASE_REBUILT
                : Action.REBUILD;
        String rule = admit(caller, mayDo);
        Act act = act(caller, Act.Outcome.done(rule), "rebuild viewed").with("rebuild", id.toString());
        return desk.view(act, id).orElseThrow(Rebuilds::unknown);
    }

    /**
     * Releases, for the caller's role, what was rebuilt. When the records manager and the data-protection officer have, its restriction
     * is lifted.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code rebuild-running}
     */
    public RebuildView release(Caller caller, UUID id) {
        String rule = admit(caller, Action.RELEASE_REBUILT);
        Act act = act(caller, Act.Outcome.done(rule), "rebuild released").with("rebuild", id.toString());
        RebuildView view = desk.release(act, id).orElseThrow(Rebuilds::unknown);
        if (view.state().equals("running")) {
            witness.write(act(caller, Act.Outcome.denied("rebuild.running"), "rebuild released"));
            throw new RefusedException(Refusal.REBUILD_RUNNING, "the rebuild still runs; look again when it waits");
        }
        return view;
    }

    private String admit(Caller caller, Action action) {
        AccessDecision decision = decider.decide(
                caller,
                new Asked(
                        action,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PURPOSE),
                        Set.of(Condition.NOT_THE_PROPOSER)));
        if (!decision.isAllowed()) {
            witness.write(act(caller, Act.Outcome.denied(decision.rule()), action.word()));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role neither rebuilds nor releases");
        }
        return decision.rule();
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such rebuild");
    }

    private static Act act(Caller caller, Act.Outcome outcome, String what) {
        String word = outcome.result().equals("denied") ? "denied" : "restore";
        return new Act(caller, word, new Act.Ground(PURPOSE, ""), outcome, Act.About.NOBODY, Map.of("what", what));
    }
}
