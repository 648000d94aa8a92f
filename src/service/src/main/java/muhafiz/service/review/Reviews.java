package muhafiz.service.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.domain.document.ReviewReason;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.retention.EndDates;

/**
 * An officer accepts a document or refuses it with reasons. A case with a required document refused is deficient, and its applicants are
 * told which kinds are missing (DOC-6); what was refused ends by the rule of what was put aside (STO-6).
 */
@ApplicationScoped
public class Reviews {
    private final PaperDesk desk;
    private final DocumentRows documents;
    private final CaseProgress progress;
    private final EndDates ends;

    @Inject
    Reviews(PaperDesk desk, DocumentRows documents, CaseProgress progress, EndDates ends) {
        this.desk = desk;
        this.documents = documents;
        this.progress = progress;
        this.ends = ends;
    }

    /**
     * An officer's word.
     *
     * @param reasons none where it is accepted, some where it is refused
     */
    public record Verdict(boolean isAccepted, Set<ReviewReason> reasons) {
        public Verdict {
            if (isAccepted != reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal names its reasons, and nothing else does");
            }
        }
    }

    /** @throws RefusedException {@code not-found}, {@code already-decided} for what lies in quarantine */
    public void say(Caller caller, UUID document, Verdict verdict) {
        var asked = new PaperDesk.Asked(caller, document, List.of(Action.REVIEW), Optional.empty());
        if (!desk.say(asked, (paper, any) -> reviewed(paper, verdict))) {
            throw PaperDesk.unknown();
        }
    }

    private PaperDesk.Done reviewed(PaperDesk.Paper paper, Verdict verdict) {
        Document document = paper.document();
        if (document.state() == DocumentState.QUARANTINED) {
            throw new RefusedException(
                    Refusal.ALREADY_DECIDED, "it lies in quarantine until the records manager says what it is");
        }
        if (verdict.isAccepted()) {
            document.accept();
        } else {
            document.refuse(verdict.reasons());
        }
        documents.flush();
        progress.documentReviewed(paper.file());
        ends.ofCase(paper.file().id());
        return new PaperDesk.Done(Map.of("state", document.state().code(), "reasons", reasons(verdict)));
    }

    private static String reasons(Verdict verdict) {
        return verdict.reasons().stream().map(ReviewReason::code).sorted().collect(Collectors.joining(","));
    }
}
