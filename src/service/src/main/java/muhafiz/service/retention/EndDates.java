package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.policy.Policy;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Life.Ending;

/**
 * Works out when a case and its documents end, from the rules of their classes and what has happened, and puts it into their rows.
 * Whoever adds a document, an event or a payment, or changes a class or a state, calls it in the same transaction, with the case's row
 * locked and the change written. Safe for all threads.
 */
@ApplicationScoped
public class EndDates {
    private final LifeRows rows;
    private final PolicyInForce policies;

    @Inject
    EndDates(DataSource database, PolicyInForce policies) {
        this.rows = new LifeRows(database);
        this.policies = policies;
    }

    /** Computes the ends of the case and of its documents anew. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ofCase(UUID caseFile) {
        compute(rows, policies.policy(), List.of(caseFile));
    }

    /**
     * How many documents were looked at, and how many of them had another end before.
     *
     * @param moved no more than {@code documents}
     */
    record Computed(int documents, int moved) {
        Computed and(Computed other) {
            return new Computed(documents + other.documents, moved + other.moved);
        }
    }

    static Computed compute(LifeRows rows, Policy policy, Collection<UUID> cases) {
        List<Ending> papers = new ArrayList<>();
        List<Ending> files = new ArrayList<>();
        List<Life> lives = rows.lives(cases);
        for (Life life : lives) {
            papers.addAll(life.papersEnd(policy));
            files.add(life.caseEnds(policy));
        }
        int moved = rows.endDocuments(papers);
        rows.endCases(files, lives.stream().map(Life::lastAction).toList());
        return new Computed(papers.size(), moved);
    }
}
