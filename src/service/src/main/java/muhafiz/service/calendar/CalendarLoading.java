package muhafiz.service.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.CalendarRows;
import muhafiz.service.policy.CalendarRows.Given;
import muhafiz.service.policy.PolicyInForce;

/** A records manager gives a year's days off, another one confirms them. Each act and each refusal is an entry. */
@ApplicationScoped
public class CalendarLoading {
    private static final String PURPOSE = "P-RECORDS";
    private static final int LONGEST_SOURCE = 500;

    private final Decider decider;
    private final Witness witness;
    private final PolicyInForce policies;
    private final Turn turn;

    @Inject
    CalendarLoading(Decider decider, Witness witness, PolicyInForce policies, Turn turn) {
        this.decider = decider;
        this.witness = witness;
        this.policies = policies;
        this.turn = turn;
    }

    /**
     * Keeps a year until another person confirms it; an earlier one that waits goes.
     *
     * @param source the decision that it rests on, 1 to 500 characters
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code calendar-not-accepted} where the days cannot be those of
     *     that year
     */
    public void propose(Caller caller, CalendarYear year, String source) {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new RefusedException(
                    Refusal.MALFORMED, "source has 1 to " + LONGEST_SOURCE + " characters", Map.of("member", "source"));
        }
        String rule = require(caller, Action.LOAD_CALENDAR);
        policies.policy().holidayRules().objection(year).ifPresent(objection -> {
            throw new RefusedException(Refusal.CALENDAR_NOT_ACCEPTED, objection);
        });
        turn.propose(caller, year, source, rule);
    }

    /**
     * Loads what another person gave.
     *
     * @return the days that are loaded now
     * @throws RefusedException {@code not-allowed}, {@code not-found} where nothing waits, and the approver's
     */
    public CalendarYear confirm(Caller caller, int year) {
        String rule = require(caller, Action.CONFIRM_CALENDAR);
        CalendarYear loaded = turn.confirm(caller, year, rule);
        policies.follow();
        return loaded;
    }

    private String require(Caller caller, Action action) {
        AccessDecision decision = decider.decide(
                caller,
                new Asked(
                        action,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PURPOSE),
                        Set.of(Condition.NOT_THE_PROPOSER)));
        if (!decision.isAllowed()) {
            Act.Outcome denied = Act.Outcome.denied(decision.rule());
            witness.write(entry(caller, "denied", denied, Map.of("asked", action.word())));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role loads no calendar");
        }
        return decision.rule();
    }

    private static Act entry(Caller caller, String word, Act.Outcome outcome, Map<String, String> more) {
        return new Act(caller, word, new Act.Ground(PURPOSE, ""), outcome, Act.About.NOBODY, more);
    }

    /** The transactions of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final CalendarRows rows;
        private final Approver approver;
        private final DeadlineQueue queue;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(CalendarRows rows, Approver approver, DeadlineQueue queue, AccessLog log, InstantSource clock) {
            this.rows = rows;
            this.approver = approver;
            this.queue = queue;
            this.log = log;
            this.clock = clock;
        }

        public void propose(Caller caller, CalendarYear year, String source, String rule) {
            rows.propose(new Given(year, source, caller.user(), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            log.write(told(caller, "year given", year, rule).with("source", source));
        }

        public CalendarYear confirm(Caller caller, int year, String rule) {
            Given given = rows.holdProposal(year)
                    .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "no such year waits"));
            approver.require(caller, List.of(given.by()));
            rows.load(year, caller.user(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
            queue.add(year);
            log.write(told(caller, "year loaded", given.year(), rule).with("source", given.source()));
            return given.year();
        }

        private static Act told(Caller caller, String what, CalendarYear year, String rule) {
            return entry(
                    caller,
                    "policy_change",
                    Act.Outcome.done(rule),
                    Map.of(
                            "what", what,
                            "year", Integer.toString(year.year()),
                            "daysOff", Integer.toString(year.daysOff().size()),
                            "extraWorkingDays",
                                    Integer.toString(year.extraWorkingDays().size())));
        }
    }
}
