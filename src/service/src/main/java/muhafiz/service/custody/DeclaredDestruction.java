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
 * Two custodians answer for it that a holder of roots, or a share of a quorum that was replaced, was destroyed. Until then what it can
 * open counts as in reach, and no rotation is finished that should end one of a holder's roots: what is lost may be found by others.
 */
@ApplicationScoped
public class DeclaredDestruction {
    private final RootWatch roots;
    private final Custodians custodians;
    private final TwoCustodians two;

    @Inject
    DeclaredDestruction(RootWatch roots, Custodians custodians, TwoCustodians two) {
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
    public int ofHolder(Caller caller, String holder) {
        String rule = rule(caller);
        if (!roots.missingHolders().contains(holder)) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "roots live in no holder of this name that is out of the configuration");
        }
        say(caller, new TwoCustodians.Wish("end of holder " + holder, Set.of("holder-lost"), rule));
        return roots.declareDestroyed(holder);
    }

    /**
     * Says that a custodian's share of a quorum that was replaced was destroyed; it counts when another custodian says the same.
     *
     * @return 1 where the quorum's root is gone with the last share of it, else 0
     * @throws RefusedException {@code not-found} where there is no such share, or the quorum still serves; {@code two-custodians} from
     *     the first who says so
     */
    @Transactional
    public int ofShare(Caller caller, String quorum, int share) {
        String rule = rule(caller);
        if (!roots.isOldShare(quorum, share)) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "no quorum of this name that was replaced has such a share left");
        }
        say(caller, new TwoCustodians.Wish("end of share " + share + " of " + quorum, Set.of("share-destroyed"), rule));
        return roots.declareShareDestroyed(quorum, share) ? 1 : 0;
    }

    private String rule(Caller caller) {
        return custodians.ruleFor(caller, Action.CONFIRM_KEY_DESTRUCTION, Condition.TWO_CUSTODIANS);
    }

    private void say(Caller caller, TwoCustodians.Wish wish) {
        if (!two.isWishedByAnother(caller, wish.what())) {
            throw two.ask(caller, wish);
        }
        two.confirm(caller, wish);
    }
}
