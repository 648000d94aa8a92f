package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.RootWatch;

/**
 * Two custodians answer for it that a holder of roots was destroyed. Until then the roots in it count as alive, no rotation is finished
 * that should end one of them, and nothing they reach is called forgotten: what is lost may be found by others.
 */
@ApplicationScoped
public class LostHolder {
    private final RootWatch roots;
    private final Custodians custodians;
    private final TwoCustodians two;

    @Inject
    LostHolder(RootWatch roots, Custodians custodians, TwoCustodians two) {
        this.roots = roots;
        this.custodians = custodians;
        this.two = two;
    }

    /**
     * Says that the holder was destroyed; it counts when another custodian says the same within an hour.
     *
     * @return how many roots died with it
     * @throws RefusedException {@code not-found} where no such holder has roots, or it is still configured; {@code two-custodians}
     *     from the first who says so
     */
    @Transactional
    public int destroyed(Caller caller, String holder) {
        String rule = custodians.ruleFor(caller, Action.CONFIRM_KEY_DESTRUCTION, Condition.TWO_CUSTODIANS);
        if (!roots.missingHolders().contains(holder)) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "roots live in no holder of this name that is out of the configuration");
        }
        TwoCustodians.Wish wish = new TwoCustodians.Wish("end of holder " + holder, Set.of("holder-lost"), rule);
        if (!two.isWishedByAnother(caller, wish.what())) {
            throw two.ask(caller, wish);
        }
        two.confirm(caller, wish);
        return roots.declareDestroyed(holder);
    }
}
