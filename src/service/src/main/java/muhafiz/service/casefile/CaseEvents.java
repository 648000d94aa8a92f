package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Trigger;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates;

/** Takes in what happened to a case; retention clocks run from it. */
@ApplicationScoped
public class CaseEvents {
    private static final int REVIEWED_AFTER_DAYS = 30;
    /** The policy's trigger that the archive states itself. */
    private static final String PAID = "paid";

    private final PolicyInForce policies;
    private final CaseActs acts;
    private final CaseRows rows;
    private final CaseProgress progress;
    private final EndDates ends;
    private final CaseFields fields;
    private final LostCards cards;
    private final InstantSource clock;

    @Inject
    CaseEvents(
            PolicyInForce policies,
            CaseActs acts,
            CaseRows rows,
            CaseProgress progress,
            EndDates ends,
            CaseFields fields,
            LostCards cards,
            InstantSource clock) {
        this.policies = policies;
        this.acts = acts;
        this.rows = rows;
        this.progress = progress;
        this.ends = ends;
        this.fields = fields;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * Records an event that officers state; one that decides the case is a decision, and of a restricted file none is made.
     *
     * @param what happened, on a day not before the case, not in the future; more than 30 days back it goes on the review list
     * @param card the number of the new card, exactly where one was given for a lost one
     * @throws RefusedException {@code not-found}, {@code event-not-accepted}, {@code card-blocked}
     */
    public void record(Caller caller, String number, CaseEvent.Happening what, Optional<String> card) {
        Policy policy = policies.policy();
        Trigger trigger = trigger(policy, what);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, policy.meta().timeZone());
        if (what.on().isAfter(today)) {
            throw new RefusedException(Refusal.EVENT_NOT_ACCEPTED, "the day lies in the future");
        }
        boolean forReview = what.on().isBefore(today.minusDays(REVIEWED_AFTER_DAYS));
        CaseEvent.Recording recording = new CaseEvent.Recording(now, caller.user(), forReview);
        CaseActs.Deed deed = new CaseActs.Deed(
                trigger.movesTo().isPresent() ? Action.DECIDE : Action.RECORD_EVENT,
                "record_event",
                Map.of(
                        "type",
                        what.type(),
                        "outcome",
                        what.outcome().orElse(""),
                        "on",
                        what.on().toString()));
        acts.act(caller, number, deed, file -> write(file, trigger, new Told(what, card), recording));
    }

    /** A fee of the case was paid on this day; in the transaction of whoever takes that in, the case's row held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void paid(Caller caller, CaseFile file, LocalDate on) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, policies.policy().meta().timeZone());
        boolean forReview = on.isBefore(today.minusDays(REVIEWED_AFTER_DAYS));
        rows.add(new CaseEvent(
                Randoms.id(),
                file.id(),
                new CaseEvent.Happening(PAID, Optional.empty(), on),
                new CaseEvent.Recording(now, caller.user(), forReview)));
        rows.flush();
        ends.ofCase(file.id());
    }

    static Trigger trigger(Policy policy, CaseEvent.Happening what) {
        Trigger trigger = policy.trigger(what.type())
                .filter(one -> one.by() == Trigger.StatedBy.OFFICER)
                .orElseThrow(
                        () -> new RefusedException(Refusal.EVENT_NOT_ACCEPTED, "officers state no event of this type"));
        boolean outcomeFits = trigger.outcomes().isEmpty()
                ? what.outcome().isEmpty()
                : what.outcome().filter(trigger.outcomes()::contains).isPresent();
        if (!outcomeFits) {
            throw new RefusedException(Refusal.EVENT_NOT_ACCEPTED, "outcome must be one of " + trigger.outcomes());
        }
        return trigger;
    }

    private record Told(CaseEvent.Happening what, Optional<String> card) {}

    private void write(CaseFile file, Trigger trigger, Told told, CaseEvent.Recording recording) {
        CaseEvent.Happening what = told.what();
        LocalDate opened =
                LocalDate.ofInstant(file.receivedAt(), policies.policy().meta().timeZone());
        if (what.on().isBefore(opened)) {
            throw new RefusedException(Refusal.EVENT_NOT_ACCEPTED, "the day lies before the case");
        }
        trigger.movesTo().map(CaseState::ofCode).ifPresent(next -> move(file, next));
        CaseEvent event = new CaseEvent(Randoms.id(), file.id(), what, recording);
        linkCard(file, event, told.card());
        rows.add(event);
        rows.flush();
        ends.ofCase(file.id());
    }

    private void linkCard(CaseFile file, CaseEvent event, Optional<String> card) {
        boolean isOfLosses = policies.policy()
                .recordClass(file.recordClass())
                .filter(LostCards::isOfLosses)
                .isPresent();
        boolean isReplacement = isOfLosses && event.type().equals(LostCards.REPLACED);
        if (isReplacement != card.isPresent()) {
            throw new RefusedException(
                    Refusal.EVENT_NOT_ACCEPTED,
                    isReplacement
                            ? "it names the new card (card)"
                            : "a card is named where it was given for a lost one, and nowhere else");
        }
        card.ifPresent(number -> {
            cards.requireFree(number);
            fields.sealCard(file, event, number);
        });
    }

    private void move(CaseFile file, CaseState next) {
        if (!file.state().next().contains(next)) {
            throw new RefusedException(
                    Refusal.EVENT_NOT_ACCEPTED,
                    "a case that is " + file.state().code() + " does not become " + next.code());
        }
        progress.move(file, next);
    }
}
