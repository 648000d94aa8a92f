package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.hold.HoldDesk.Asked;
import muhafiz.service.policy.PolicyInForce;

/** Legal holds: placed, reviewed, released by two persons, listed. Every act and every refusal is an entry. */
@ApplicationScoped
public class Holds {
    private final Gate gate;
    private final HoldDesk desk;
    private final HoldRelease release;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Holds(Gate gate, HoldDesk desk, HoldRelease release, PolicyInForce policies, InstantSource clock) {
        this.gate = gate;
        this.desk = desk;
        this.release = release;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Places a hold. From the commit on nothing that it names is destroyed.
     *
     * @throws RefusedException {@code malformed} where the review day is no day within the policy's {@code review_every}, {@code
     *     not-allowed}, {@code not-found} where it names something that the caller may not know of
     */
    public HoldView place(Caller caller, NewHold hold, Why why) {
        checkReview(hold.reviewOn());
        return told(desk.place(asked(caller, Action.PLACE_HOLD, why), hold));
    }

    /** Says that it is still needed, until then. @throws RefusedException as {@link #place}, {@code hold-released} */
    public HoldView review(Caller caller, UUID hold, LocalDate reviewOn, Why why) {
        checkReview(reviewOn);
        return told(desk.review(asked(caller, Action.PLACE_HOLD, why), hold, reviewOn));
    }

    /**
     * Asks for its release; or, where another person has asked, releases it.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code hold-released}; {@code same-person} where the caller placed
     *     it or has asked already
     */
    public HoldView release(Caller caller, UUID hold, Why why) {
        return told(release.release(asked(caller, Action.LIFT_HOLD, why), hold));
    }

    /** A page of holds, by review day. @throws RefusedException {@code not-allowed} */
    public List<HoldView> list(Caller caller, HoldQuestion question, Why why) {
        return told(desk.list(asked(caller, Action.PLACE_HOLD, why), question));
    }

    private Asked asked(Caller caller, Action action, Why why) {
        return new Asked(caller, action, gate.purpose(caller, action, why), why.ref());
    }

    private static <T> T told(HoldDesk.Answer<T> answer) {
        if (answer instanceof HoldDesk.Answer.Done<T> done) {
            return done.what();
        }
        Refusal refusal = ((HoldDesk.Answer.Refused<T>) answer).refusal();
        throw new RefusedException(
                refusal,
                switch (refusal) {
                    case NOT_ALLOWED -> "this role places and lifts no holds";
                    case SAME_PERSON -> "a hold is released by two persons, the second of whom did not place it";
                    case HOLD_RELEASED -> "it was released already";
                    default -> "there is no such hold, document or application";
                });
    }

    private void checkReview(LocalDate on) {
        Policy policy = policies.policy();
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
        LocalDate latest = today.plus(policy.holdReviewEvery());
        if (!on.isAfter(today) || on.isAfter(latest)) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "a hold is reviewed after today and no later than " + latest,
                    Map.of("member", "reviewOn"));
        }
    }
}
