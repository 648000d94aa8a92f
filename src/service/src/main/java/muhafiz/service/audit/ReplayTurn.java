package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.QuestionWords;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.proof.log.Inside;
import muhafiz.service.Refusal;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.EntryOpening;
import muhafiz.service.log.Found;
import muhafiz.service.log.FoundRows;
import muhafiz.service.log.LogFilter;
import muhafiz.service.log.MonthKeys;
import muhafiz.service.log.PersonLog;
import muhafiz.service.policy.PolicyInForce;

/** The one transaction of a replay: decide, open the entry, ask its question again, log. */
@ApplicationScoped
class ReplayTurn {
    private final Decider decider;
    private final Granted granted;
    private final Covering covering;
    private final FoundRows rows;
    private final EntryOpening opening;
    private final MonthKeys months;
    private final PersonLog persons;
    private final PolicyInForce policies;
    private final AccessLog log;

    @Inject
    ReplayTurn(
            Decider decider,
            Granted granted,
            Covering covering,
            FoundRows rows,
            EntryOpening opening,
            MonthKeys months,
            PersonLog persons,
            PolicyInForce policies,
            AccessLog log) {
        this.decider = decider;
        this.granted = granted;
        this.covering = covering;
        this.rows = rows;
        this.opening = opening;
        this.months = months;
        this.persons = persons;
        this.policies = policies;
        this.log = log;
    }

    record Wanted(Caller caller, Replays.Which which, String purpose, Optional<String> ref) {}

    /** The replay, or what it was refused with, by which rule. */
    record Answer(Optional<Replay> replay, Refusal refusal, String rule) {}

    @Transactional
    public Answer take(Wanted wanted) {
        AccessDecision allowed = decider.decide(
                wanted.caller(), Asked.ofLog(Action.SEARCH, Optional.of(wanted.purpose()), wanted.ref()));
        Answer answer = allowed.isAllowed()
                ? decided(wanted, allowed.rule())
                : new Answer(Optional.empty(), Refusal.NOT_ALLOWED, allowed.rule());
        log.write(entry(wanted, answer));
        return answer;
    }

    private Answer decided(Wanted wanted, String rule) {
        Optional<LogDecision> details = wanted.which()
                .decision()
                .flatMap(id -> granted.find(id, wanted.which().subjects()));
        if (details.isEmpty()) {
            return new Answer(Optional.empty(), Refusal.NOT_ALLOWED, "log.no-such-decision");
        }
        Optional<Replay> replay = rows.page(LogFilter.ALL, wanted.which().place() - 1, 1).stream()
                .filter(found -> found.seq().orElse(-1) == wanted.which().place())
                .findFirst()
                .flatMap(found -> opened(wanted, found, details.get()).flatMap(inside -> replay(found, inside)));
        return new Answer(replay, Refusal.NOT_FOUND, replay.isPresent() ? rule : "unknown");
    }

    private Optional<Inside> opened(Wanted wanted, Found found, LogDecision details) {
        Optional<Inside> ofPerson = opening.open(found.leaf(), wanted.which().subjects());
        return covering.covers(details, found.leaf(), ofPerson)
                ? ofPerson.or(() -> months.open(found.leaf()))
                : Optional.empty();
    }

    private Optional<Replay> replay(Found found, Inside inside) {
        Optional<String> question = Optional.ofNullable(inside.more().get("question"));
        Optional<Policy> then = Optional.ofNullable(inside.more().get("policyVersion"))
                .map(Integer::valueOf)
                .flatMap(policies::version);
        return question.flatMap(words -> then.map(policy -> new Replay(
                found.seq().orElseThrow(),
                policy.version(),
                words,
                new Replay.Answer(
                        found.leaf().publicPart().outcome(),
                        found.leaf().publicPart().rule()),
                Replay.Answer.of(AccessDecisions.decide(policy, QuestionWords.read(words))))));
    }

    private Act entry(Wanted wanted, Answer answer) {
        boolean isShown = answer.replay().isPresent();
        Set<UUID> about =
                wanted.which().subject().filter(persons::knows).map(Set::of).orElse(Set.of());
        return new Act(
                        wanted.caller(),
                        isShown ? Action.SEARCH.word() : "denied",
                        new Act.Ground(wanted.purpose(), ""),
                        isShown ? Act.Outcome.done(answer.rule()) : Act.Outcome.denied(answer.rule()),
                        new Act.About(about, Optional.empty(), Optional.empty()),
                        Map.of(
                                "asked",
                                "replay",
                                "entry",
                                Long.toString(wanted.which().place())))
                .with("ref", wanted.ref());
    }
}
