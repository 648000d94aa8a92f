package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/**
 * Shows acts of destruction to whoever may propose or approve such a disposition, and to those whom the policy lets read the class of
 * acts. Each showing is an entry.
 */
@ApplicationScoped
public class Acts {
    private static final String ACTS = "RC-CERT";

    private final Admission admission;
    private final Gate gate;
    private final Turn turn;

    @Inject
    Acts(Admission admission, Gate gate, Turn turn) {
        this.admission = admission;
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * The act of a disposition that has ended, as JSON.
     *
     * @param why needed from those who have no part in dispositions
     * @throws RefusedException the gate's, {@code not-allowed}, {@code not-found}, {@code act-not-issued}
     */
    public String act(Caller caller, UUID id, Why why) {
        boolean isReader = !admission.takesPart(caller);
        String purpose = isReader ? gate.purpose(caller, Action.READ_META, why) : Admission.PURPOSE;
        Turn.Answer answer = turn.show(new Turn.Wanted(caller, id, isReader, purpose, why.ref()));
        if (answer.refusal().isPresent()) {
            throw new RefusedException(answer.refusal().get(), "this act is not there, not yet, or not for this role");
        }
        return answer.act().orElseThrow().json().toString();
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Turn {
        private final Admission admission;
        private final Decider decider;
        private final DispositionRows rows;
        private final ItemRows items;
        private final ActIssue acts;
        private final AccessLog log;

        @Inject
        Turn(Admission admission, Decider decider, DispositionRows rows, ItemRows items, ActIssue acts, AccessLog log) {
            this.admission = admission;
            this.decider = decider;
            this.rows = rows;
            this.items = items;
            this.acts = acts;
            this.log = log;
        }

        record Wanted(Caller caller, UUID disposition, boolean isReader, String purpose, Optional<String> ref) {}

        record Answer(Optional<Refusal> refusal, Optional<DestructionAct.Signed> act) {}

        @Transactional
        public Answer show(Wanted wanted) {
            if (wanted.isReader()) {
                AccessDecision decision = decider.decide(
                        wanted.caller(),
                        new Asked(
                                Action.READ_META,
                                Optional.of(ACTS),
                                Optional.empty(),
                                Optional.of(wanted.purpose()),
                                Set.of()));
                return decision.isAllowed()
                        ? answer(wanted, rows.find(wanted.disposition()), decision.rule())
                        : refused(wanted, Refusal.NOT_ALLOWED, decision.rule());
            }
            Optional<String> rule = admission.ruleOfPart(wanted.caller(), items.scopes(wanted.disposition()));
            return answer(
                    wanted, rows.find(wanted.disposition()).filter(found -> rule.isPresent()), rule.orElse("unknown"));
        }

        private Answer answer(Wanted wanted, Optional<Disposition> found, String rule) {
            if (found.isEmpty()) {
                return refused(wanted, Refusal.NOT_FOUND, "unknown");
            }
            Optional<DestructionAct.Signed> act = acts.signed(found.get());
            if (act.isEmpty()) {
                return refused(wanted, Refusal.ACT_NOT_ISSUED, "disposition.act-not-issued");
            }
            log.write(entry(wanted, Act.Outcome.done(rule)));
            return new Answer(Optional.empty(), act);
        }

        private Answer refused(Wanted wanted, Refusal refusal, String rule) {
            log.write(entry(wanted, Act.Outcome.denied(rule)));
            return new Answer(Optional.of(refusal), Optional.empty());
        }

        private static Act entry(Wanted wanted, Act.Outcome outcome) {
            String word = outcome.result().equals("done") ? Action.READ_META.word() : "denied";
            Act act = new Act(
                    wanted.caller(),
                    word,
                    new Act.Ground(wanted.purpose(), ""),
                    outcome,
                    Act.About.NOBODY,
                    Map.of(
                            "asked",
                            "act of destruction",
                            "disposition",
                            wanted.disposition().toString()));
            return act.with("ref", wanted.ref());
        }
    }
}
