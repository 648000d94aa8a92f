package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/**
 * Says what would be due on a day under the policy in force; nothing changes. For those who may propose or approve the destruction of
 * records of every class. It shows ids, classes, days and counts, nothing of a person; so the purpose need not be stated.
 */
@ApplicationScoped
public class Simulation {
    private static final String PURPOSE = "P-RECORDS";

    private final Gate gate;
    private final Turn turn;

    @Inject
    Simulation(Gate gate, Turn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /** @throws RefusedException {@code not-allowed}, and the gate's */
    public Foreseen asOf(Caller caller, LocalDate day, Why why) {
        Why stated = new Why(why.purpose().or(() -> Optional.of(PURPOSE)), why.ref());
        String purpose = gate.purpose(caller, Action.APPROVE_DESTRUCTION, stated);
        return turn.asOf(new Turn.Wanted(caller, day, purpose, why.ref()))
                .orElseThrow(() -> new RefusedException(
                        Refusal.NOT_ALLOWED, "only who proposes or approves destructions of every class sees this"));
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final ForeseenRows rows;
        private final Decider decider;
        private final AccessLog log;
        private final PolicyInForce policies;
        private final ConfirmedPeriods periods;

        @Inject
        Turn(DataSource database, Decider decider, AccessLog log, PolicyInForce policies, ConfirmedPeriods periods) {
            this.periods = periods;
            this.rows = new ForeseenRows(database);
            this.decider = decider;
            this.log = log;
            this.policies = policies;
        }

        record Wanted(Caller caller, LocalDate day, String purpose, Optional<String> ref) {}

        public Optional<Foreseen> asOf(Wanted wanted) {
            Policy policy = policies.policy();
            Optional<String> rule = rule(policy, wanted);
            log.write(entry(wanted, rule));
            return rule.map(allowed -> new Foreseen(
                    wanted.day(),
                    policy.version(),
                    rows.classes(periods::mayDestroy, wanted.day()),
                    rows.stopped(policy, wanted.day()),
                    rows.waiting()));
        }

        /** By which rule records of every class may be destroyed on this caller's word; the last class's, as the log has one. */
        private Optional<String> rule(Policy policy, Wanted wanted) {
            Optional<String> rule = Optional.empty();
            for (RecordClass recordClass : policy.recordClasses()) {
                if (recordClass.holdsPersonalData()) {
                    rule = decision(wanted, recordClass, Action.PROPOSE_DESTRUCTION)
                            .or(() -> decision(wanted, recordClass, Action.APPROVE_DESTRUCTION));
                    if (rule.isEmpty()) {
                        return rule;
                    }
                }
            }
            return rule;
        }

        private Optional<String> decision(Wanted wanted, RecordClass recordClass, Action action) {
            AccessDecision decision = decider.decide(
                    wanted.caller(),
                    new Asked(
                            action,
                            Optional.of(recordClass.id()),
                            Optional.empty(),
                            Optional.of(wanted.purpose()),
                            Set.of(Condition.NOT_THE_PROPOSER)));
            return decision.isAllowed() ? Optional.of(decision.rule()) : Optional.empty();
        }

        private static Act entry(Wanted wanted, Optional<String> rule) {
            return new Act(
                            wanted.caller(),
                            rule.isPresent() ? "search" : "denied",
                            new Act.Ground(wanted.purpose(), ""),
                            rule.map(Act.Outcome::done).orElseGet(() -> Act.Outcome.denied("default.deny")),
                            Act.About.NOBODY,
                            Map.of("asked", "simulation", "asOf", wanted.day().toString()))
                    .with("ref", wanted.ref());
        }
    }
}
