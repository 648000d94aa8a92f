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

    /** A document came: a case that is complete and assigned is in work from now on. */
    public void documentCame(CaseFile file) {
        if (WAITING.contains(file.state())
                && file.officer().isPresent()
                && file.service().isPresent()
                && Checklists.isComplete(checklist(file), policies.policy())) {
            move(file, CaseState.IN_WORK);
        }
    }

    /** Moves a case, and lets those know who tell of it. @throws IllegalStateException where the policy's table of moves has no such move */
    public void move(CaseFile file, CaseState next) {
        file.moveTo(next);
        moves.moved(file);
    }
}
