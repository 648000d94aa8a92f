package muhafiz.service.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.Words;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates;

/**
 * A document that was filed wrongly, or put aside because nobody knew what it is (SCO-4), gets another kind or another case; class and end
 * date follow. What it was before stays with it, sealed.
 */
@ApplicationScoped
public class Classification {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    /** Officers who review a case's papers, and the records manager, who classifies those of all. */
    private static final List<Action> BY = List.of(Action.CLASSIFY, Action.REVIEW);

    private final PaperDesk desk;
    private final Moving moving;
    private final DocumentRows documents;
    private final Words words;
    private final CaseProgress progress;
    private final EndDates ends;
    private final PolicyInForce policies;

    @Inject
    Classification(
            PaperDesk desk,
            Moving moving,
            DocumentRows documents,
            Words words,
            CaseProgress progress,
            EndDates ends,
            PolicyInForce policies) {
        this.desk = desk;
        this.moving = moving;
        this.documents = documents;
        this.words = words;
        this.progress = progress;
        this.ends = ends;
        this.policies = policies;
    }

    /**
     * What it is.
     *
     * @param kind of the policy
     * @param number of the case it belongs to; the one it lies in where empty
     * @param reason in the officer's words
     */
    public record Wanted(String kind, Optional<String> number, String reason) {
        public Wanted {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
            }
        }
    }

    /**
     * @throws RefusedException {@code not-found}, also of the other case; {@code kind-unknown}; {@code case-closed}, {@code duplicate} of
     *     the other case; {@code restricted} (403) where a hold or restriction stands that a move would slip from
     */
    public void say(Caller caller, UUID document, Wanted wanted, Why why) {
        var asked = new PaperDesk.Asked(caller, document, BY, why.purpose());
        if (!desk.say(asked, (paper, any) -> classified(paper, any, wanted))) {
            throw PaperDesk.unknown();
        }
    }

    private PaperDesk.Done classified(PaperDesk.Paper paper, PaperDesk.Asked asked, Wanted wanted) {
        DocumentKind kind = policies.policy()
                .kind(wanted.kind())
                .orElseThrow(
                        () -> new RefusedException(Refusal.KIND_UNKNOWN, "the policy knows no such document kind"));
        Document document = paper.document();
        String before = document.kind();
        words.addFiling(document, wanted.reason());
        PaperDesk.Paper filed = wanted.number()
                .map(number -> moving.move(paper, asked, new Moving.To(number, kind)))
                .orElse(paper);
        document.classify(kind.id(), kind.recordClass().orElse(filed.file().recordClass()));
        documents.flush();
        progress.documentReviewed(paper.file());
        ends.ofCase(paper.file().id());
        if (wanted.number().isPresent()) {
            moving.arrived(filed);
        }
        return new PaperDesk.Done(Map.of("from", before, "to", kind.id()), desk.concerned(filed));
    }
}
