package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Actor;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.disposition.ItemRows.Scope;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/** Who may have to do with dispositions at all, and with which; and whether today's date can be believed. */
@ApplicationScoped
class Admission {
    static final String PURPOSE = "P-RECORDS";

    private static final Duration UNTIL_CONFIRMED = Duration.ofHours(1);
    private static final List<Action> TAKING_PART = List.of(Action.PROPOSE_DESTRUCTION, Action.APPROVE_DESTRUCTION);

    private final PolicyInForce policies;
    private final Decider decider;
    private final ClockWatch clocks;
    private final InstantSource clock;
    private final Witness witness;

    @Inject
    Admission(PolicyInForce policies, Decider decider, ClockWatch clocks, InstantSource clock, Witness witness) {
        this.policies = policies;
        this.decider = decider;
        this.clocks = clocks;
        this.clock = clock;
        this.witness = witness;
    }

    /** @throws RefusedException {@code not-allowed} where no grant lets this role do it to anything, once that is on record */
    void require(Caller caller, Action action) {
        if (!mayEver(caller, action)) {
            throw notAllowed(caller, action.word());
        }
    }

    /** The same for whoever may propose or approve. */
    void requirePart(Caller caller) {
        if (!takesPart(caller)) {
            throw notAllowed(caller, "disposition");
        }
    }

    /** Whether this role proposes or approves anything. */
    boolean takesPart(Caller caller) {
        return TAKING_PART.stream().anyMatch(action -> mayEver(caller, action));
    }

    private RefusedException notAllowed(Caller caller, String asked) {
        witness.write(act(caller, Act.Outcome.denied(AccessDecisions.DEFAULT_DENY), Map.of("asked", asked)));
        return new RefusedException(
                Refusal.NOT_ALLOWED, "this role neither proposes nor approves what is to be destroyed");
    }

    private boolean mayEver(Caller caller, Action action) {
        Optional<String> unit = Optional.of(caller.unit()).filter(id -> !id.isEmpty());
        Policy policy = policies.policy();
        return !AccessDecisions.reach(policy, new Actor(Set.of(caller.role()), unit), action, PURPOSE)
                .isEmpty();
    }

    /** The rule that lets the caller do this to all of it; empty where some of it is out of reach. */
    Optional<String> rule(Caller caller, Action action, Collection<Scope> scopes) {
        boolean isOwnUnit = scopes.stream().allMatch(scope -> scope.unit().equals(caller.unit()));
        Set<Condition> facts = EnumSet.of(Condition.NOT_THE_PROPOSER);
        if (isOwnUnit) {
            facts.add(Condition.OWN_UNIT);
        }
        List<AccessDecision> decisions = scopes.stream()
                .map(Scope::recordClass)
                .distinct()
                .map(found -> decider.decide(
                        caller, new Asked(action, Optional.of(found), Optional.empty(), Optional.of(PURPOSE), facts)))
                .toList();
        return decisions.stream().allMatch(AccessDecision::isAllowed)
                ? decisions.stream().map(AccessDecision::rule).findFirst()
                : Optional.empty();
    }

    /** The same for whoever may propose or approve it. */
    Optional<String> ruleOfPart(Caller caller, Collection<Scope> scopes) {
        return TAKING_PART.stream()
                .flatMap(action -> rule(caller, action, scopes).stream())
                .findFirst();
    }

    /**
     * Today where the office is.
     *
     * @throws UnavailableException {@code clock-in-doubt}, once that is on record: nothing is destroyed by a clock that nobody believes
     */
    LocalDate today(Caller caller) {
        Set<String> doubts = clocks.look();
        if (!doubts.isEmpty()) {
            Act.Outcome failed = Act.Outcome.failed("clock-in-doubt");
            witness.write(act(caller, failed, Map.of("because", String.join(" ", doubts))));
            throw new UnavailableException("clock-in-doubt", UNTIL_CONFIRMED);
        }
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }

    static Act act(Caller caller, Act.Outcome outcome, Map<String, String> more) {
        String word = outcome.result().equals("done") ? "shred" : "denied";
        return new Act(caller, word, new Act.Ground(PURPOSE, ""), outcome, Act.About.NOBODY, more);
    }
}
