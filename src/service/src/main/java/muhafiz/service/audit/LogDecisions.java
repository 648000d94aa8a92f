package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.log.PersonLog;

/** The data-protection officer decides that details of the log may be read; the decision is an entry, for the person it is about. */
@ApplicationScoped
public class LogDecisions {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Gate gate;
    private final Desk desk;
    private final InstantSource clock;

    @Inject
    LogDecisions(Gate gate, Desk desk, InstantSource clock) {
        this.gate = gate;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @return the decision's id, which whoever may read the log states
     * @throws RefusedException {@code malformed} where it would last longer than 31 days or has ended, {@code not-allowed}, {@code
     *     not-found} where nothing is known of the person
     */
    public UUID decide(Caller caller, LogDecision decision, Why why) {
        Instant now = clock.instant();
        if (!decision.until().isAfter(now) || decision.until().isAfter(now.plus(LONGEST))) {
            throw new RefusedException(
                    Refusal.MALFORMED, "until lies within the next 31 days", Map.of("member", "until"));
        }
        String purpose = gate.purpose(caller, Action.DECIDE_REQUEST, why);
        UUID id = Randoms.id();
        Optional<Refusal> refused = desk.decide(new Desk.Wanted(id, caller, decision, purpose, why.ref()));
        refused.ifPresent(refusal -> {
            throw new RefusedException(refusal, "no such decision can be made by this role, or about this person");
        });
        return id;
    }

    /** @return how many decisions had ended and are gone */
    public int sweep() {
        return desk.sweep();
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Desk {
        private final Decider decider;
        private final AccessLog log;
        private final PersonLog persons;
        private final Granted granted;
        private final DecisionRows rows;
        private final MonthTokens tokens;
        private final InstantSource clock;

        @Inject
        Desk(
                Decider decider,
                AccessLog log,
                PersonLog persons,
                Granted granted,
                DecisionRows rows,
                MonthTokens tokens,
                InstantSource clock) {
            this.decider = decider;
            this.log = log;
            this.persons = persons;
            this.granted = granted;
            this.rows = rows;
            this.tokens = tokens;
            this.clock = clock;
        }

        record Wanted(UUID id, Caller caller, LogDecision decision, String purpose, Optional<String> ref) {}

        public Optional<Refusal> decide(Wanted wanted) {
            AccessDecision allowed = decider.decide(
                    wanted.caller(), Asked.ofLog(Action.DECIDE_REQUEST, Optional.of(wanted.purpose()), wanted.ref()));
            Optional<UUID> subject = wanted.decision().scope().subject();
            boolean isKnown = subject.map(persons::knows).orElse(true);
            boolean isMade = allowed.isAllowed() && isKnown;
            Act.Outcome outcome = allowed.isAllowed()
                    ? isKnown ? Act.Outcome.done(allowed.rule()) : Act.Outcome.denied("unknown")
                    : Act.Outcome.denied(allowed.rule());
            log.write(entry(wanted, isMade, outcome));
            if (isMade) {
                granted.keep(wanted.id(), wanted.decision());
                return Optional.empty();
            }
            return Optional.of(allowed.isAllowed() ? Refusal.NOT_FOUND : Refusal.NOT_ALLOWED);
        }

        /** The reason is the officer's and may name others; it stays with the decision. */
        private Act entry(Wanted wanted, boolean isMade, Act.Outcome outcome) {
            LogDecision.Scope scope = wanted.decision().scope();
            Set<UUID> persons = isMade ? scope.subject().map(Set::of).orElse(Set.of()) : Set.of();
            Act act = new Act(
                    wanted.caller(),
                    isMade ? "decide_request" : "denied",
                    new Act.Ground(wanted.purpose(), ""),
                    outcome,
                    new Act.About(persons, Optional.empty(), Optional.empty()),
                    Map.of(
                            "asked", "log details",
                            "decision", wanted.id().toString(),
                            "from", scope.from().toString(),
                            "to", scope.to().toString(),
                            "names", Boolean.toString(wanted.decision().names()),
                            "until", wanted.decision().until().toString()));
            return act.with("by", scope.actor().map(tokens::account)).with("ref", wanted.ref());
        }

        public int sweep() {
            return rows.sweep(clock.instant());
        }
    }
}
