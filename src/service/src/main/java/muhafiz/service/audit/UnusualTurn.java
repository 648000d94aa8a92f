package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** The one transaction of a report: decide, count, log. */
@ApplicationScoped
class UnusualTurn {
    private final Decider decider;
    private final ReadingHabits habits;
    private final AccessLog log;

    @Inject
    UnusualTurn(Decider decider, ReadingHabits habits, AccessLog log) {
        this.decider = decider;
        this.habits = habits;
        this.log = log;
    }

    record Wanted(Caller caller, LocalDate from, LocalDate to, String purpose, Optional<String> ref) {}

    /** Empty where it was refused. */
    @Transactional
    public Optional<List<UnusualDay>> take(Wanted wanted) {
        AccessDecision decision = decider.decide(
                wanted.caller(), Asked.ofLog(Action.READ_META, Optional.of(wanted.purpose()), wanted.ref()));
        boolean allowed = decision.isAllowed();
        Optional<List<UnusualDay>> days =
                allowed ? Optional.of(habits.unusual(wanted.from(), wanted.to())) : Optional.empty();
        log.write(new Act(
                        wanted.caller(),
                        allowed ? Action.READ_META.word() : "denied",
                        new Act.Ground(wanted.purpose(), ""),
                        allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule()),
                        Act.About.NOBODY,
                        Map.of(
                                "asked", "unusual access",
                                "from", wanted.from().toString(),
                                "to", wanted.to().toString()))
                .with("ref", wanted.ref()));
        return days;
    }
}
