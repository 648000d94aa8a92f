package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.log.PersonLog;

/**
 * The one transaction of a page: find whom it is about, decide, read, log. The entry comes last, because it holds the counters of the
 * persons concerned; what was read is handed out when all of it has committed.
 */
@ApplicationScoped
class LogPages {
    private static final String PSEUDONYM = "[0-9a-f]{32}";

    private final Decider decider;
    private final AccessLog log;
    private final Granted granted;
    private final PersonLog persons;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final LogSelection selection;
    private final MonthTokens tokens;

    @Inject
    LogPages(
            Decider decider,
            AccessLog log,
            Granted granted,
            PersonLog persons,
            DocumentRows documents,
            CaseRows cases,
            LogSelection selection,
            MonthTokens tokens) {
        this.decider = decider;
        this.log = log;
        this.granted = granted;
        this.persons = persons;
        this.documents = documents;
        this.cases = cases;
        this.selection = selection;
        this.tokens = tokens;
    }

    record Request(Caller caller, Action action, LogQuestion question, String purpose, Optional<String> ref) {}

    /** Empty where it was refused. */
    @Transactional
    public Optional<LogPage> page(Request request) {
        LogQuestion question = request.question();
        Set<UUID> concerned = concerned(question.whom());
        Optional<LogDecision> details = question.decision().flatMap(id -> granted.find(id, concerned));
        AccessDecision decision = decider.decide(
                request.caller(), Asked.ofLog(request.action(), Optional.of(request.purpose()), request.ref()));
        Optional<String> lacking = lacking(question, details);
        boolean isShown = decision.isAllowed() && lacking.isEmpty();
        Act.Outcome outcome = isShown
                ? Act.Outcome.done(decision.rule())
                : Act.Outcome.denied(decision.isAllowed() ? lacking.orElseThrow() : decision.rule());
        Optional<LogPage> page =
                isShown ? Optional.of(selection.of(narrowed(question, details), concerned, details)) : Optional.empty();
        log.write(entry(request, isShown, outcome, concerned));
        return page;
    }

    /** An account's name is joined with entries of the time that was decided, and of no other. */
    private static LogQuestion narrowed(LogQuestion question, Optional<LogDecision> details) {
        return question.actor()
                .filter(actor -> !isPseudonym(actor))
                .flatMap(actor -> details)
                .map(decision -> question.within(decision.scope()))
                .orElse(question);
    }

    /** The persons asked about, as far as there are any. */
    private Set<UUID> concerned(LogQuestion.Whom whom) {
        Set<UUID> asked = new TreeSet<>();
        whom.subject().ifPresent(asked::add);
        whom.document()
                .flatMap(documents::find)
                .map(document -> Concerned.all(cases.parties(document.caseId())))
                .filter(parties -> whom.subject().map(parties::contains).orElse(true))
                .ifPresent(parties -> whom.subject().ifPresentOrElse(asked::add, () -> asked.addAll(parties)));
        asked.removeIf(person -> !persons.knows(person));
        return asked;
    }

    /** The rule that stands against it, beside the policy's. */
    private static Optional<String> lacking(LogQuestion question, Optional<LogDecision> details) {
        if (question.decision().isPresent() && details.isEmpty()) {
            return Optional.of("log.no-such-decision");
        }
        boolean asksByName =
                question.actor().filter(actor -> !isPseudonym(actor)).isPresent();
        boolean mayName = details.flatMap(one -> one.scope().actor()).equals(question.actor());
        return asksByName && !mayName ? Optional.of("log.account-by-decision") : Optional.empty();
    }

    /** Which filters were used, and of those values what tells nothing of an account. */
    private Act entry(Request request, boolean isShown, Act.Outcome outcome, Set<UUID> concerned) {
        LogQuestion question = request.question();
        Act act = new Act(
                request.caller(),
                isShown ? request.action().word() : "denied",
                new Act.Ground(request.purpose(), ""),
                outcome,
                new Act.About(
                        concerned, question.whom().document().filter(id -> !concerned.isEmpty()), Optional.empty()),
                facts(question));
        return act.with("ref", request.ref());
    }

    private Map<String, String> facts(LogQuestion question) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("asked", "log");
        facts.put("after", Long.toString(question.page().after().orElse(-1)));
        question.actor().ifPresent(actor -> facts.put("by", isPseudonym(actor) ? actor : tokens.account(actor)));
        question.operation().ifPresent(word -> facts.put("operation", word));
        question.from().ifPresent(first -> facts.put("from", first.toString()));
        question.to().ifPresent(end -> facts.put("to", end.toString()));
        question.decision().ifPresent(id -> facts.put("decision", id.toString()));
        return facts;
    }

    /** Whether it is a pseudonym, and not an account's name. */
    static boolean isPseudonym(String actor) {
        return actor.matches(PSEUDONYM);
    }
}
