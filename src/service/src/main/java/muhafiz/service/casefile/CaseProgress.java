package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.policy.EService;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;

/** Moves a case on when its papers are together. Within the transaction of what caused it, the case's row held. */
@ApplicationScoped
public class CaseProgress {
    private static final Set<CaseState> WAITING = Set.of(CaseState.OPEN, CaseState.DEFICIENT);

    private static final Set<CaseState> UNDECIDED = Set.of(CaseState.OPEN, CaseState.DEFICIENT, CaseState.IN_WORK);

    private final DocumentRows documents;
    private final PolicyInForce policies;
    private final Moves moves;

    @Inject
    CaseProgress(DocumentRows documents, PolicyInForce policies, Moves moves) {
        this.documents = documents;
        this.policies = policies;
        this.moves = moves;
    }

    public List<ChecklistLine> checklist(CaseFile file) {
        Optional<EService> service =
                file.service().flatMap(id -> policies.policy().service(id));
        return Checklists.of(service, documents.ofCase(file.id()));
    }

    /** A document came: a case that is complete is in work from now on where it is assigned, and deficient no longer. */
    public void documentCame(CaseFile file) {
        if (WAITING.contains(file.state())
                && file.service().isPresent()
                && Checklists.isComplete(checklist(file), policies.policy())) {
            if (file.officer().isPresent()) {
                move(file, CaseState.IN_WORK);
            } else if (file.state() == CaseState.DEFICIENT) {
                move(file, CaseState.OPEN);
            }
        }
    }

    /**
     * A document was accepted, refused or taken elsewhere: where a required one that came is refused now, the case is deficient; where none
     * is any more, it waits or goes on.
     */
    public void documentReviewed(CaseFile file) {
        if (file.service().isEmpty() || !UNDECIDED.contains(file.state())) {
            return;
        }
        boolean isRefused = checklist(file).stream().anyMatch(line -> line.required() && line.isRefused());
        if (isRefused && file.state() != CaseState.DEFICIENT) {
            move(file, CaseState.DEFICIENT);
        } else if (!isRefused) {
            documentCame(file);
        }
    }

    /** Moves a case, and lets those know who tell of it. @throws IllegalStateException where the policy's table of moves has no such move */
    public void move(CaseFile file, CaseState next) {
        file.moveTo(next);
        moves.moved(file);
    }
}
