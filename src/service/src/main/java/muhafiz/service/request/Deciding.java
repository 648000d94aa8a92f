package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.request.Ground;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.Right;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.casefile.PartyCorrection.Change;
import muhafiz.service.correction.Corrections;
import muhafiz.service.request.RequestDesk.Changed;
import muhafiz.service.request.RequestDesk.Open;
import muhafiz.service.wall.Wall;

/** The decision on a request, and what follows from it in the same transaction. */
@ApplicationScoped
class Deciding {
    private static final String CONSENT = "LB-CONSENT";
    /** So long before a restriction is lifted its person is told (policy, {@code lift_needs_prior_notice}; how long is assumed). */
    private static final int NOTICE_DAYS = 7;

    /** How a request ends of a kind for which the policy lists nothing; taken back and forwarded have their own acts. */
    private static final Set<String> USUAL = new TreeSet<>(Stream.of(
                    RequestOutcome.GRANTED,
                    RequestOutcome.PARTLY_GRANTED,
                    RequestOutcome.REFUSED,
                    RequestOutcome.NOT_HELD,
                    RequestOutcome.LEFT_UNCONSIDERED)
            .map(RequestOutcome::code)
            .toList());

    private final Persons persons;
    private final Erasing erasing;
    private final Effects effects;
    private final Corrections.Turn corrections;
    private final Earlier earlier;
    private final Minors minors;
    private final RedactionRows redactions;
    private final AnswerData data;
    private final Wall wall;
    private final InstantSource clock;

    @Inject
    Deciding(
            Persons persons,
            Erasing erasing,
            Effects effects,
            Corrections.Turn corrections,
            Earlier earlier,
            Minors minors,
            RedactionRows redactions,
            AnswerData data,
            Wall wall,
            InstantSource clock) {
        this.persons = persons;
        this.erasing = erasing;
        this.effects = effects;
        this.corrections = corrections;
        this.earlier = earlier;
        this.minors = minors;
        this.redactions = redactions;
        this.data = data;
        this.wall = wall;
        this.clock = clock;
    }

    /**
     * What the officer decides. Of destruction, {@code granted} means as far as the policy's tests allow.
     *
     * @param ground of a refusal, or of the part that is refused
     * @param withheld documents that are left out of the answer because of a secret of origin
     */
    record Word(RequestOutcome outcome, Optional<Ground> ground, Optional<String> explanation, Set<UUID> withheld) {}

    /** @throws RefusedException {@code request-decided}, {@code identity-needed}, {@code outcome-not-accepted} */
    Changed decide(Caller caller, Open open, Word said) {
        if (!open.row().state().isOpen()) {
            throw new RefusedException(Refusal.REQUEST_DECIDED, "it was decided already");
        }
        Word word = redacted(open, said);
        RequestKind kind =
                open.policy().requestKind(open.row().came().right().id()).orElseThrow();
        check(open, kind, word);
        requireOneself(open, word);
        minors.check(open, word);
        checkRepeat(open, word);
        return switch (word.outcome()) {
            case GRANTED, PARTLY_GRANTED -> grant(caller, open, new Ruling(kind, word));
            case REFUSED, LEFT_UNCONSIDERED, NOT_HELD, FORWARDED, WITHDRAWN, ANSWERED -> {
                Changed ended = said(open, new Ruling(kind, word), word.outcome(), List.of());
                goOn(caller, open);
                yield ended;
            }
        };
    }

    /** What it stopped when it came, and was not granted. */
    private void goOn(Caller caller, Open open) {
        switch (open.row().came().right()) {
            case OBJECT -> effects.letGoOn(open.row(), caller.user());
            case RESTRICT, BAN ->
                effects.announceLifting(open.row(), open.today().plusDays(NOTICE_DAYS));
            case ACCESS, CORRECT, ERASE, CONSENT_WITHDRAW, SOURCE_PROOF, COMPLAINT, COPY_PENALTY -> {}
        }
    }

    /** What goes out without what is another's is granted in part, because of their rights. */
    private Word redacted(Open open, Word word) {
        if (!isGrant(word) || !isInPart(open)) {
            return word;
        }
        Optional<Ground> ground = word.ground().or(() -> Optional.of(new Ground.Others()));
        return new Word(RequestOutcome.PARTLY_GRANTED, ground, word.explanation(), word.withheld());
    }

    /** Whether a document was drawn anew for it, or is left out since it speaks of others, too. */
    private boolean isInPart(Open open) {
        Optional<AnswerScope> whole = AnswerScope.of(open.row().came().right()).filter(AnswerScope::isWhole);
        return wall.asArchive(
                "requests",
                () -> !redactions.of(open.row().id()).isEmpty()
                        || whole.map(scope -> data.cases(open.persons(), scope)).stream()
                                .flatMap(Collection::stream)
                                .flatMap(told -> told.papers().stream())
                                .anyMatch(AnswerDocument.Told::isOthers));
    }

    /** An application may have several applicants, and a cabinet may lodge for others: what is one's own another does not get. */
    private void requireOneself(Open open, Word word) {
        if (isGrant(word)
                && open.row().came().right().needsProof()
                && open.row().came().capacity() == Capacity.SELF
                && !Fields.isNamed(open.text())
                && persons.areSeveral(open.persons())) {
            throw new RefusedException(
                    Refusal.IDENTITY_NEEDED, "these are several persons: the identity names whom of them it is");
        }
    }

    private static boolean isGrant(Word word) {
        return word.outcome() == RequestOutcome.GRANTED || word.outcome() == RequestOutcome.PARTLY_GRANTED;
    }

    private void checkRepeat(Open open, Word word) {
        boolean isRepeat = word.ground().filter(Ground.Repeat.class::isInstance).isPresent();
        ZoneId zone = open.policy().meta().timeZone();
        if (isRepeat
                && !open.persons().isEmpty()
                && !earlier.before(open.row(), open.persons(), open.today(), zone)
                        .isOften()) {
            throw new RefusedException(
                    Refusal.OUTCOME_NOT_ACCEPTED,
                    "the same was not answered " + Earlier.OFTEN + " times this year",
                    Map.of("member", "ground"));
        }
    }

    private record Ruling(RequestKind kind, Word word) {}

    private static void check(Open open, RequestKind kind, Word word) {
        RequestOutcome outcome = word.outcome();
        Set<String> ends = kind.outcomes().isEmpty() ? USUAL : new TreeSet<>(kind.outcomes());
        if (!ends.contains(outcome.code())) {
            throw new RefusedException(
                    Refusal.OUTCOME_NOT_ACCEPTED, "a request of this kind ends as one of " + String.join(", ", ends));
        }
        boolean isRefusal = outcome == RequestOutcome.REFUSED || outcome == RequestOutcome.LEFT_UNCONSIDERED;
        if (isRefusal && word.ground().isEmpty()) {
            throw new RefusedException(
                    Refusal.OUTCOME_NOT_ACCEPTED, "a refusal names its ground", Map.of("member", "ground"));
        }
        boolean isDue = Fields.text(open.text(), Fields.PURPOSE)
                .filter(kind.alwaysGrantedFor()::contains)
                .isPresent();
        if (!isGrant(word) && isDue) {
            throw new RefusedException(Refusal.OUTCOME_NOT_ACCEPTED, "an objection to this purpose is always granted");
        }
        if (isGrant(word)
                && open.row().came().right().needsProof()
                && open.row().level() != Assurance.L2) {
            throw new RefusedException(
                    Refusal.IDENTITY_NEEDED, "who asks must be known at level L2 before this is granted");
        }
        boolean isDoubt =
                word.ground().filter(Ground.Identity.class::isInstance).isPresent();
        if (isDoubt && !open.text().containsKey(Fields.PAUSES)) {
            throw new RefusedException(Refusal.OUTCOME_NOT_ACCEPTED, "ask for proof before refusing for want of it");
        }
    }

    private Changed grant(Caller caller, Open open, Ruling ruling) {
        return switch (open.row().came().right()) {
            case ERASE -> erase(caller, open, ruling, file -> true);
            case CONSENT_WITHDRAW ->
                erase(caller, open, ruling, file -> file.provenance().basis().startsWith(CONSENT));
            case RESTRICT, BAN, OBJECT -> {
                effects.stop(open.row(), open.persons(), Fields.text(open.text(), Fields.PURPOSE), caller.user());
                yield said(open, ruling, ruling.word().outcome(), List.of());
            }
            case CORRECT -> {
                correct(caller, open);
                yield said(open, ruling, ruling.word().outcome(), List.of());
            }
            case ACCESS, SOURCE_PROOF, COPY_PENALTY, COMPLAINT ->
                said(open, ruling, ruling.word().outcome(), List.of());
        };
    }

    /** What the request names; where it names nothing that can be carried out, an officer corrects it first. */
    private void correct(Caller caller, Open open) {
        JsonObject changes = open.text().getJsonObject(Fields.CHANGES);
        if (changes == null) {
            return;
        }
        boolean isWhole =
                Stream.of("field", "value", "evidence").allMatch(name -> changes.get(name) instanceof JsonString);
        if (!isWhole) {
            throw new RefusedException(
                    Refusal.OUTCOME_NOT_ACCEPTED,
                    "a correction is granted of a field, a value and the document that shows it",
                    Map.of("member", "changes"));
        }
        Optional<UUID> evidence = Optional.of(changes.getString("evidence"))
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
        int corrected = evidence.map(document -> corrections.decided(
                        open.persons(),
                        new Change(changes.getString("field"), changes.getString("value"), document, caller.user())))
                .orElse(0);
        if (corrected == 0) {
            throw new RefusedException(
                    Refusal.OUTCOME_NOT_ACCEPTED,
                    "the evidence lies in no case of this person",
                    Map.of("member", "changes"));
        }
    }

    /** Granted as far as the tests let it be; a withdrawn consent is withdrawn, whatever else must be kept. */
    private Changed erase(Caller caller, Open open, Ruling ruling, Predicate<CaseFile> which) {
        Erasing.Tested tested = erasing.erase(ruling.kind(), new Erasing.Asker(open.persons(), caller.user()), which);
        long refused =
                tested.items().values().stream().filter(Optional::isPresent).count();
        RequestOutcome outcome = RequestOutcome.GRANTED;
        if (open.row().came().right() == Right.ERASE) {
            outcome = tested.items().isEmpty()
                    ? RequestOutcome.NOT_HELD
                    : refused == tested.items().size()
                            ? RequestOutcome.REFUSED
                            : refused > 0 ? RequestOutcome.PARTLY_GRANTED : RequestOutcome.GRANTED;
        }
        List<JsonObject> items = new ArrayList<>();
        tested.items().forEach((thing, ground) -> items.add(item(open, ruling.kind(), thing, ground)));
        Changed changed = said(
                open,
                new Ruling(
                        ruling.kind(),
                        new Word(
                                outcome,
                                tested.items().values().stream()
                                        .flatMap(Optional::stream)
                                        .findFirst(),
                                ruling.word().explanation(),
                                Set.of())),
                outcome,
                items);
        return tested.order()
                .map(order -> new Changed(
                        changed.row(), Fields.with(changed.text(), Fields.ORDER, order.toString()), changed.facts()))
                .orElse(changed);
    }

    private static JsonObject item(Open open, RequestKind kind, Erasing.Thing thing, Optional<Ground> ground) {
        JsonObjectBuilder item = Json.createObjectBuilder()
                .add("id", thing.id().toString())
                .add("what", thing.what())
                .add("class", thing.recordClass())
                .add("result", ground.isPresent() ? "kept" : "destroyed");
        ground.ifPresent(one -> item.add("ground", Refusals.told(open.policy(), kind, one)));
        return item.build();
    }

    private Changed said(Open open, Ruling ruling, RequestOutcome outcome, List<JsonObject> items) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Word word = ruling.word();
        JsonObjectBuilder decision =
                Json.createObjectBuilder().add("outcome", outcome.code()).add("at", now.toString());
        decision.add(Fields.PERSONS, Fields.ids(open.persons()));
        word.ground()
                .map(ground -> Refusals.told(open.policy(), ruling.kind(), ground))
                .ifPresent(told -> decision.add("ground", told));
        if (outcome.refuses()) {
            decision.add("appeal", Refusals.appeal(open.policy()));
        }
        word.explanation().ifPresent(words -> decision.add("explanation", words));
        if (!word.withheld().isEmpty()) {
            decision.add(Fields.WITHHELD, Fields.ids(word.withheld()));
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        items.forEach(list::add);
        decision.add("items", list);
        RequestRow row = open.row()
                .in(RequestState.DECIDED)
                .ended(new RequestRow.End(outcome, word.ground().map(Ground::id), now, Optional.empty()));
        return new Changed(
                row,
                Fields.with(open.text(), Fields.DECISION, decision.build()),
                Map.of(
                        "outcome",
                        outcome.code(),
                        "ground",
                        word.ground().map(Ground::id).orElse(""),
                        "withheld",
                        Integer.toString(word.withheld().size())));
    }

    static Optional<UUID> order(JsonObject text) {
        return Fields.text(text, Fields.ORDER).map(UUID::fromString);
    }
}
