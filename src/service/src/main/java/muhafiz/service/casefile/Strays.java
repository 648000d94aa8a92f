package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.log.ReadingRows;
import muhafiz.service.policy.PolicyInForce;

/**
 * Counts by day how often somebody whose grants end at the own unit asks for a case of another, answered or not. No public part of an
 * entry tells the unit of a case, and no count tells the case.
 */
@ApplicationScoped
public class Strays {
    /** The longest that a count is of use: a report looks back over 92 days and the 90 before. */
    private static final int KEPT_DAYS = 190;

    private final ReadingRows rows;
    private final MonthTokens tokens;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Strays(ReadingRows rows, MonthTokens tokens, PolicyInForce policies, InstantSource clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.policies = policies;
        this.clock = clock;
    }

    /** Within the transaction of the decision. */
    void note(Caller caller, CaseFile file, Action action) {
        if (action.isReading() && !CaseFacts.isOwnUnit(caller, file.unit()) && endsAtTheUnit(caller)) {
            rows.strayed(tokens.pseudonym(caller.user()), caller.role(), today());
        }
    }

    private boolean endsAtTheUnit(Caller caller) {
        return policies.policy().grants().stream()
                .anyMatch(grant ->
                        grant.role().equals(caller.role()) && grant.when().contains(Condition.OWN_UNIT));
    }

    /** Forgets old counts. */
    @Transactional
    public int sweep() {
        return rows.forgetBefore(today().minusDays(KEPT_DAYS));
    }

    private LocalDate today() {
        Policy policy = policies.policy();
        return LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
    }
}
