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
import muhafiz.domain.policy.Names;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.paper.PrintedAct;
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
import muhafiz.service.policy.PolicyInForce;

/**
 * Shows acts of destruction to whoever may propose or approve such a disposition, and to those whom the policy lets read the class of
 * acts. Each showing is an entry.
 */
@ApplicationScoped
public class Acts {
    private static final String ACTS = "RC-CERT";

    private final Admission admission;
    private final Gate gate;
    private final PolicyInForce policies;
    private final Turn turn;

    @Inject
    Acts(Admission admission, Gate gate, PolicyInForce policies, Turn turn) {
        this.admission = admission;
        this.gate = gate;
        this.policies = policies;
        this.turn = turn;
    }

    /**
     * The act of a disposition that has ended, as JSON.
     *
     * @param why needed from those who have no part in dispositions
     * @throws RefusedException the gate's, {@code not-allowed}, {@code not-found}, {@code act-not-issued}
     */
    public String act(Caller caller, UUID id, Why why) {
        return shown(caller, id, why).act().json().toString();
    }

    /**
     * The same as PDF/A-3a, in the words of the policy by which the list was made: the same bytes each time.
     *
     * @throws RefusedException as for the act as JSON
     */
    public byte[] printed(Caller caller, UUID id, Why why) {
        Turn.Shown shown = shown(caller, id, why);
        Policy policy = policies.version(shown.policyVersion()).orElseGet(policies::policy);
        return PrintedAct.of(
                shown.act(),
                found -> policy.recordClass(found)
                        .map(RecordClass::names)
                        .orElseGet(() -> new Names(found, found, found)));
    }

    private Turn.Shown shown(Caller caller, UUID id, Why why) {
        boolean isReader = !admission.takesPart(caller);
        String purpose = isReader ? gate.purpose(caller, Action.READ_META, why) : Admission.PURPOSE;
        Turn.Answer answer = turn.show(new Turn.Wanted(caller, id, isReader, purpose, why.ref()));
        if (answer.refusal().isPresent()) {
            throw new RefusedException(answer.refusal().get(), "this act is not there, not yet, or not for this role");
        }
        return answer.shown().orElseThrow();
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

        record Answer(Optional<Refusal> refusal, Optional<Shown> shown) {}

        /** An act, and the version of the policy by which its list was made. */
        record Shown(DestructionAct.Signed act, int policyVersion) {}

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
            return new Answer(
                    Optional.empty(), act.map(one -> new Shown(one, found.get().policyVersion())));
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
