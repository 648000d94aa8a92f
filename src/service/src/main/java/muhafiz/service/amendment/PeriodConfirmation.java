package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.ConfirmedPeriods.Confirmation;
import muhafiz.service.policy.PolicyInForce;

/**
 * The records manager answers for the period of a rule that the policy marks as assumed; from then on the rule may destroy. Whoever the
 * policy lets propose the destruction of a class may do so.
 */
@ApplicationScoped
public class PeriodConfirmation {
    private static final int LONGEST_SOURCE = 500;

    private final Turn turn;

    @Inject
    PeriodConfirmation(Turn turn) {
        this.turn = turn;
    }

    /**
     * What is confirmed.
     *
     * @param rule a class's id
     * @param version the version of the policy in which the rule was read
     * @param source the order or decision it rests on, 1 to 500 characters, naming no person concerned
     */
    public record Wish(String rule, int version, String source) {
        public Wish {
            if (source.isBlank() || source.length() > LONGEST_SOURCE) {
                throw new RefusedException(
                        Refusal.MALFORMED,
                        "source has 1 to " + LONGEST_SOURCE + " characters",
                        Map.of("member", "source"));
            }
        }
    }

    /**
     * Confirms.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found} where the policy has no such rule, {@code version-changed} where
     *     another version is in force than the one named
     */
    public Confirmation confirm(Caller caller, Wish wish) {
        Turn.Answer answer = turn.confirm(caller, wish);
        answer.refused().ifPresent(refusal -> {
            throw new RefusedException(refusal, "this role confirms no period, or the policy has no such rule");
        });
        return answer.made().orElseThrow();
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private static final String PURPOSE = "P-RECORDS";
        /** Any that holds personal data: who may propose the destruction of none may not learn which there are. */
        private static final String SOME_CLASS = "RC-LOG";

        private final Decider decider;
        private final PolicyInForce policies;
        private final ConfirmedPeriods periods;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(Decider decider, PolicyInForce policies, ConfirmedPeriods periods, AccessLog log, InstantSource clock) {
            this.decider = decider;
            this.policies = policies;
            this.periods = periods;
            this.log = log;
            this.clock = clock;
        }

        record Answer(Optional<Confirmation> made, Optional<Refusal> refused) {}

        public Answer confirm(Caller caller, Wish wish) {
            Policy policy = policies.policy();
            boolean isKnown = policy.recordClass(wish.rule()).isPresent();
            AccessDecision decision = decided(caller, isKnown ? wish.rule() : SOME_CLASS);
            if (!decision.isAllowed() || !isKnown) {
                String rule = decision.isAllowed() ? "unknown" : decision.rule();
                log.write(entry(caller, wish, Act.Outcome.denied(rule)));
                return new Answer(
                        Optional.empty(), Optional.of(decision.isAllowed() ? Refusal.NOT_FOUND : Refusal.NOT_ALLOWED));
            }
            requireInForce(policy, wish);
            Confirmation made = new Confirmation(
                    wish.rule(),
                    wish.version(),
                    wish.source(),
                    caller.user(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
            periods.confirm(made);
            log.write(entry(caller, wish, Act.Outcome.done(decision.rule())).with("sha256", policy.sha256()));
            return new Answer(Optional.of(made), Optional.empty());
        }

        private AccessDecision decided(Caller caller, String recordClass) {
            Asked asked = new Asked(
                    Action.PROPOSE_DESTRUCTION,
                    Optional.of(recordClass),
                    Optional.empty(),
                    Optional.of(PURPOSE),
                    Set.of());
            return decider.decide(caller, asked);
        }

        private static void requireInForce(Policy policy, Wish wish) {
            if (policy.version() != wish.version()) {
                throw new RefusedException(
                        Refusal.VERSION_CHANGED,
                        "another version of the policy is in force",
                        Map.of("version", Integer.toString(policy.version())));
            }
        }

        private static Act entry(Caller caller, Wish wish, Act.Outcome outcome) {
            boolean isDone = outcome.result().equals("done");
            return new Act(
                    caller,
                    isDone ? "policy_change" : "denied",
                    new Act.Ground(PURPOSE, ""),
                    outcome,
                    Act.About.NOBODY,
                    Map.of(
                            "what", "period confirmed",
                            "rule", wish.rule(),
                            "version", Integer.toString(wish.version()),
                            "source", wish.source()));
        }
    }
}
