package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/**
 * Shows entries to those the policy lets read the log; which is itself an entry, for the persons who were asked about. Of each entry
 * the public part; details and names by a {@link LogDecision}.
 */
@ApplicationScoped
public class LogReading {
    private static final int MOST = 500;

    private final Gate gate;
    private final LogPages pages;

    @Inject
    LogReading(Gate gate, LogPages pages) {
        this.gate = gate;
        this.pages = pages;
    }

    /**
     * A page of the entries asked for, oldest first. Of somebody unknown there are none.
     *
     * @throws RefusedException {@code malformed}, the gate's, or {@code not-allowed}: to read the log at all, by this decision, or to
     *     ask for an account by its name without one
     */
    public LogPage entries(Caller caller, LogQuestion question, Why why) {
        int limit = question.page().limit();
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.MALFORMED, "limit is 1 to " + MOST);
        }
        Action action = question.isWithoutFilter() ? Action.READ_META : Action.SEARCH;
        String purpose = gate.purpose(caller, action, why);
        return pages.page(new LogPages.Request(caller, action, question, purpose, why.ref()))
                .orElseThrow(() -> new RefusedException(
                        Refusal.NOT_ALLOWED, "this role does not read the log, or not this of it without a decision"));
    }
}
