package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.hold.HoldDesk.Answer;
import muhafiz.service.hold.HoldDesk.Asked;
import muhafiz.service.policy.PolicyInForce;

/** Restrictions: listed, and lifted once the person has been told (policy, {@code restriction.lift_needs_prior_notice}). */
@ApplicationScoped
public class RestrictionLifting {
    private static final int MOST = 500;

    private final Gate gate;
    private final RestrictionDesk desk;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    RestrictionLifting(Gate gate, RestrictionDesk desk, PolicyInForce policies, InstantSource clock) {
        this.gate = gate;
        this.desk = desk;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Those that stand, by the moment since which they do.
     *
     * @param after the last one of the page before; the nil id for the first page
     * @throws RefusedException {@code malformed}, {@code not-allowed}
     */
    public List<RestrictionView> list(Caller caller, UUID after, int limit, Why why) {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.MALFORMED, "limit is 1 to " + MOST, Map.of("member", "limit"));
        }
        return told(desk.list(asked(caller, why), after, limit));
    }

    /**
     * Lifts one.
     *
     * @param noticedOn the day on which the person was told; no later than today
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code not-found}; {@code notice-required} where no day is
     *     named, or one before the restriction; {@code lifted-by-release} where it belongs to a rebuild
     */
    public void lift(Caller caller, UUID restriction, Optional<LocalDate> noticedOn, Why why) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        if (noticedOn.filter(today::isBefore).isPresent()) {
            throw new RefusedException(
                    Refusal.MALFORMED, "noticedOn is no later than today", Map.of("member", "noticedOn"));
        }
        told(desk.lift(asked(caller, why), restriction, noticedOn));
    }

    private Asked asked(Caller caller, Why why) {
        return new Asked(caller, Action.RESTRICT, gate.purpose(caller, Action.RESTRICT, why), why.ref());
    }

    private static <T> T told(Answer<T> answer) {
        if (answer instanceof Answer.Done<T> done) {
            return done.what();
        }
        Refusal refusal = ((Answer.Refused<T>) answer).refusal();
        throw new RefusedException(
                refusal,
                switch (refusal) {
                    case NOT_ALLOWED -> "this role lifts no restrictions";
                    case NOTICE_REQUIRED -> "name the day on which the person was told, after it was restricted";
                    case LIFTED_BY_RELEASE -> "it is lifted when records manager and dpo release the rebuild";
                    default -> "there is no such restriction";
                });
    }
}
