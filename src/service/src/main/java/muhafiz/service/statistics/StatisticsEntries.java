package muhafiz.service.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Asks the policy about statistics, and tells the log what was made, with the control's result; nobody is concerned by name. */
@ApplicationScoped
class StatisticsEntries {
    private static final String CLASS = "RC-STAT";

    private final Decider decider;
    private final AccessLog log;

    @Inject
    StatisticsEntries(Decider decider, AccessLog log) {
        this.decider = decider;
        this.log = log;
    }

    /** Who wants what, and why. */
    record Asked(Caller caller, Action action, String purpose, Optional<String> ref) {}

    /** Whether the role may do this with figures that pass the control: none other ever leave. */
    boolean isGranted(Asked asked) {
        return decision(asked).isAllowed();
    }

    private AccessDecision decision(Asked asked) {
        return decider.decide(
                asked.caller(),
                new muhafiz.service.access.Asked(
                        asked.action(),
                        Optional.of(CLASS),
                        Optional.empty(),
                        Optional.of(asked.purpose()),
                        Set.of(Condition.DISCLOSURE_CONTROL_PASSED)));
    }

    void done(Asked asked, String word, Map<String, String> facts) {
        Act act = act(asked, word, Act.Outcome.done(decision(asked).rule()));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            act = act.with(fact.getKey(), fact.getValue());
        }
        log.write(act);
    }

    void refused(Asked asked, Refusal refusal) {
        String why = refusal == Refusal.NOT_FOUND ? "unknown" : "statistics." + refusal.code();
        log.write(act(asked, "denied", Act.Outcome.denied(why)));
    }

    private static Act act(Asked asked, String word, Act.Outcome outcome) {
        return new Act(
                        asked.caller(),
                        word,
                        new Act.Ground(asked.purpose(), ""),
                        outcome,
                        Act.About.NOBODY,
                        Map.of("asked", asked.action().word()))
                .with("ref", asked.ref());
    }
}
