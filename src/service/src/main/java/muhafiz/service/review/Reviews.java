package muhafiz.service.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.domain.document.ReviewReason;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.inspect.Findings;
import muhafiz.service.keys.Keyring;
import muhafiz.service.retention.EndDates;
import muhafiz.service.zone.Difference;
import muhafiz.service.zone.Differences;
import muhafiz.service.zone.ReadZone;

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
    private final Keyring keyring;
    private final DocumentSeal seal;
    private final Differences differences;

    @Inject
    Reviews(
            PaperDesk desk,
            DocumentRows documents,
            CaseProgress progress,
            EndDates ends,
            Keyring keyring,
            DocumentSeal seal,
            Differences differences) {
        this.desk = desk;
        this.documents = documents;
        this.progress = progress;
        this.ends = ends;
        this.keyring = keyring;
        this.seal = seal;
        this.differences = differences;
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

    /** @throws RefusedException {@code not-found}, {@code already-decided} for what lies in quarantine, {@code choice-open} */
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
            requireChosen(paper);
            document.accept();
        } else {
            document.refuse(verdict.reasons());
        }
        documents.flush();
        progress.documentReviewed(paper.file());
        ends.ofCase(paper.file().id());
        return new PaperDesk.Done(Map.of("state", document.state().code(), "reasons", reasons(verdict)));
    }

    /** AP-4: where form and document say different things, the applicant chooses first. */
    private void requireChosen(PaperDesk.Paper paper) {
        Document document = paper.document();
        Map<String, String> metadata;
        try (LeafKey key = keyring.open(document.leafId())) {
            metadata = seal.findings(key, document).map(Findings::metadata).orElse(Map.of());
        }
        List<String> open = differences.of(paper.file(), document, ReadZone.of(metadata)).stream()
                .filter(Difference::isOpen)
                .map(Difference::field)
                .toList();
        if (!open.isEmpty()) {
            String fields = String.join(", ", open);
            throw new RefusedException(
                    Refusal.CHOICE_OPEN,
                    "form and document say different things, and the applicant has not chosen yet: " + fields,
                    Map.of("fields", fields));
        }
    }

    private static String reasons(Verdict verdict) {
        return verdict.reasons().stream().map(ReviewReason::code).sorted().collect(Collectors.joining(","));
    }
}
