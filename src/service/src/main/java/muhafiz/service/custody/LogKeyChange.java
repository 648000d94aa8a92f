package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.caller.Caller;
import muhafiz.service.checkpoint.LogKeys;

/** Puts another key in the place of the log's, because a custodian asks for it; the change is an entry, signed by both. */
@ApplicationScoped
public class LogKeyChange {
    private final LogKeys keys;
    private final Custodians custodians;

    @Inject
    LogKeyChange(LogKeys keys, Custodians custodians) {
        this.keys = keys;
        this.custodians = custodians;
    }

    /**
     * The new key's vkey line; it signs from the first checkpoint on that has the entry of this change.
     *
     * @throws muhafiz.service.RefusedException {@code not-allowed} where the policy gives this role no such act
     */
    public String onDemand(Caller caller) {
        return keys.change(caller, custodians.ruleFor(caller, Action.ROTATE_ROOT_KEY, Condition.ON_DEMAND))
                .vkey();
    }
}
