package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The transaction of an answer: decide, collect, log. What it hands out is on record once it is committed. */
@ApplicationScoped
class AnswerTurn {
    private static final String WORD = "export";
    private static final String BY_PERSON = "identity.L2";
    private static final String GIVES = "receive_access_answer"; // policy, identity_check.levels

    private static final Duration FETCHED_WITHIN = Duration.ofDays(30);

    private final RequestRows rows;
    private final Remembered remembered;
    private final Persons persons;
    private final RequestRights rights;
    private final RequestEntries entries;
    private final AnswerData data;
    private final Minors minors;
    private final PolicyInForce policies;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    AnswerTurn(
            RequestRows rows,
            Remembered remembered,
            Persons persons,
            RequestRights rights,
            RequestEntries entries,
            AnswerData data,
            Minors minors,
            PolicyInForce policies,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.remembered = remembered;
        this.persons = persons;
        this.rights = rights;
        this.entries = entries;
        this.data = data;
        this.minors = minors;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Collects it, with an entry for each case and each document in it.
     *
     * @throws RefusedException {@code not-allowed}, also once a child whose parent asked is of age; {@code not-found}, also where it is
     *     another's or its outcome hands nothing out; {@code request-decided} while it is undecided
     */
    @Transactional
    public AnswerData.Collected collect(Caller caller, String number, String purpose) {
        Optional<RequestRow> found = rows.find(number);
        Optional<JsonObject> said = found.flatMap(remembered::of);
        String rule = rule(caller, said, purpose);
        RequestRow row = found.orElseThrow(RequestDesk::unknown);
        requireInTime(caller, row);
        AnswerScope scope = scope(row).without(said.map(Fields::withheld).orElse(Set.of()));
        Set<UUID> who = said.map(this::decidedAbout).orElseThrow(RequestDesk::unknown);
        if (!minors.isActedFor(row, who, today())) {
            throw new RefusedException(
                    Refusal.NOT_ALLOWED,
                    "it was asked for by a parent or guardian, and those it is about are no minors");
        }
        AnswerData.Collected collected = data.collect(row, who, scope);
        entries.done(caller, WORD, rule, RequestEntries.About.of(row, who), Map.of("what", "answer"));
        collected.cases().forEach(told -> write(caller, rule, number, told));
        return collected;
    }

    /** Whom the decision was about and the request is still about: whoever became one with them later is not in it. */
    private Set<UUID> decidedAbout(JsonObject text) {
        Set<UUID> who = new TreeSet<>(persons.same(Fields.persons(text)));
        Fields.decidedAbout(text).ifPresent(who::retainAll);
        return who;
    }

    /** By which the caller gets it: the officer's grant, or being the one who asked, surely known. */
    private String rule(Caller caller, Optional<JsonObject> said, String purpose) {
        if (caller.isPortal()) {
            boolean isOwn = caller.person().isPresent()
                    && said.flatMap(text -> Fields.text(text, Fields.CABINET)).equals(caller.person());
            boolean isGiven = policies.policy()
                    .identityLevel(Assurance.L2.name())
                    .filter(level -> level.gives().contains(GIVES))
                    .isPresent();
            if (caller.assurance() != Assurance.L2 || !isGiven) {
                throw new RefusedException(Refusal.NOT_ALLOWED, "an answer is for who is known at level L2");
            }
            if (!isOwn) {
                throw RequestDesk.unknown();
            }
            return BY_PERSON;
        }
        AccessDecision decision = rights.may(caller, Action.ASSEMBLE_ANSWER, purpose);
        if (!decision.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role assembles no answers");
        }
        return decision.rule();
    }

    /** Whoever fetches it themselves does so soon; it is no way to look into the archive for ever. */
    private void requireInTime(Caller caller, RequestRow row) {
        boolean isOver = row.end()
                .map(end -> end.at().plus(FETCHED_WITHIN))
                .filter(clock.instant()::isAfter)
                .isPresent();
        if (caller.isPortal() && isOver) {
            throw new RefusedException(
                    Refusal.REQUEST_DECIDED,
                    "an answer is fetched within " + FETCHED_WITHIN.toDays() + " days of its decision");
        }
    }

    private static AnswerScope scope(RequestRow row) {
        if (row.state().isOpen()) {
            throw new RefusedException(Refusal.REQUEST_DECIDED, "it is answered once it is decided");
        }
        return row.end()
                .filter(end ->
                        end.outcome() == RequestOutcome.GRANTED || end.outcome() == RequestOutcome.PARTLY_GRANTED)
                .flatMap(end -> AnswerScope.of(row.came().right()).map(scope -> scope.until(end.at())))
                .orElseThrow(
                        () -> new RefusedException(Refusal.NOT_FOUND, "nothing is handed out because of this request"));
    }

    private void write(Caller caller, String rule, String number, AnswerCase.Told told) {
        UUID file = told.file().id();
        Act act = new Act(
                caller,
                WORD,
                new Act.Ground(RequestRights.PURPOSE, told.file().provenance().basis()),
                Act.Outcome.done(rule),
                new Act.About(told.concerned(), Optional.empty(), Optional.of(file)),
                Map.of("what", "answer", "request", number));
        log.write(act);
        told.papers().stream()
                .filter(paper -> paper.name().isPresent())
                .forEach(paper -> log.write(act.by(paper.document().provenance().basis())
                        .about(new Act.About(
                                paper.concerned(), Optional.of(paper.document().id()), Optional.of(file)))));
        told.papers().stream()
                .filter(AnswerDocument.Told::isWithheld)
                .forEach(paper -> withheld(caller, number, paper));
    }

    private void withheld(Caller caller, String number, AnswerDocument.Told paper) {
        Document document = paper.document();
        log.write(new Act(
                caller,
                "denied",
                new Act.Ground(RequestRights.PURPOSE, document.provenance().basis()),
                Act.Outcome.denied(rights.mayReveal(caller, document).rule()),
                new Act.About(paper.concerned(), Optional.of(document.id()), Optional.of(document.caseId())),
                Map.of("asked", Action.RELEASE_TO_SUBJECT.word(), "request", number)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
    }
}
