package muhafiz.service.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.consent.ConsentDesk.Admitted;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/** Consents: given and withdrawn through the portal, and who has subscribed. Every act and every refusal is an entry. */
@ApplicationScoped
public class Consents {
    static final String BASIS = "LB-CONSENT";
    private static final String BY_CONTRACT = "contract.portal";
    private static final int MOST = 500;

    private final Gate gate;
    private final ConsentDesk desk;
    private final CaseAccess access;
    private final Witness witness;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Consents(
            Gate gate,
            ConsentDesk desk,
            CaseAccess access,
            Witness witness,
            PolicyInForce policies,
            InstantSource clock) {
        this.gate = gate;
        this.desk = desk;
        this.access = access;
        this.witness = witness;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Takes in a consent; what it is for may begin.
     *
     * @return its id, by which it is withdrawn
     * @throws RefusedException {@code malformed} for a purpose that rests on no consent, a last day that has passed, or where an address
     *     is needed and none is given; {@code not-allowed} to whoever may not take in for that class
     */
    public UUID give(Caller caller, NewConsent given) {
        Policy policy = policies.policy();
        String purpose = given.consent().purpose();
        RecordClass recordClass = policy.recordClasses().stream()
                .filter(one ->
                        one.purpose().equals(purpose) && one.basis().basis().equals(BASIS))
                .findFirst()
                .orElseThrow(() -> malformed("purpose", "is one that rests on consent"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.meta().timeZone());
        if (given.consent().terms().isOverOn(today)) {
            throw malformed("validUntil", "is not a day that has passed");
        }
        if (given.email().isEmpty()) {
            throw malformed("email", "is needed to send what is asked for");
        }
        String unit = recordClass.owner();
        AccessDecision decision = access.mayOpen(caller, recordClass.id(), unit, purpose);
        if (!decision.isAllowed()) {
            throw refused(caller, "ingest", purpose, decision.rule());
        }
        return desk.give(new Admitted(caller, decision.rule()), given, recordClass);
    }

    /**
     * Withdraws a consent of the person for whom the portal acts; one that was given without a cabinet, by whoever has its id. From the
     * return on it is in no list, and an order destroys what it held. Repeating it changes nothing.
     *
     * @throws RefusedException {@code not-allowed} to anybody but the portal, {@code not-found}
     */
    public void withdraw(Caller caller, UUID id) {
        requirePortal(caller, "withdraw");
        if (!desk.withdraw(new Admitted(caller, BY_CONTRACT), id)) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no such consent");
        }
    }

    /**
     * Whom to send what they asked for: to staff all that stand for the stated purpose; to the portal those of the person for whom it acts.
     *
     * @param after the last one of the page before; the nil id for the first page
     * @param limit 1 to 500
     * @throws RefusedException {@code malformed}, {@code not-allowed}
     */
    public List<Subscription> subscriptions(Caller caller, UUID after, int limit, Why why) {
        if (limit < 1 || limit > MOST) {
            throw malformed("limit", "is 1 to " + MOST);
        }
        if (caller.isPortal()) {
            if (caller.person().isEmpty()) {
                throw malformed("On-Behalf-Of", "names the person whose subscriptions these are");
            }
            return desk.list(new Admitted(caller, BY_CONTRACT), Optional.empty(), after, limit);
        }
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return desk.list(new Admitted(caller, mayRead(caller, purpose)), Optional.of(purpose), after, limit);
    }

    private String mayRead(Caller caller, String purpose) {
        Policy policy = policies.policy();
        Optional<AccessDecision> decision = policy.recordClasses().stream()
                .filter(one ->
                        one.purpose().equals(purpose) && one.basis().basis().equals(BASIS))
                .findFirst()
                .map(one -> access.mayRead(caller, one.id(), one.owner(), purpose));
        return decision.filter(AccessDecision::isAllowed)
                .map(AccessDecision::rule)
                .orElseThrow(() -> refused(
                        caller,
                        "read_meta",
                        purpose,
                        decision.map(AccessDecision::rule).orElse("default.deny")));
    }

    private void requirePortal(Caller caller, String asked) {
        if (!caller.isPortal()) {
            throw refused(caller, asked, "", BY_CONTRACT);
        }
    }

    private RefusedException refused(Caller caller, String asked, String purpose, String rule) {
        witness.write(new Act(
                caller,
                "denied",
                new Act.Ground(purpose, BASIS),
                Act.Outcome.denied(rule),
                Act.About.NOBODY,
                Map.of("asked", asked, "what", "consent")));
        return new RefusedException(Refusal.NOT_ALLOWED, "this role does nothing of this with consents");
    }

    private static RefusedException malformed(String member, String need) {
        return new RefusedException(Refusal.MALFORMED, member + " " + need, Map.of("member", member));
    }

    /** Ends consents whose last day has passed. Safe for all nodes. @return how many */
    public int sweep() {
        int ended = 0;
        for (int some = desk.expire(); some > 0; some = desk.expire()) {
            ended += some;
        }
        return ended;
    }
}
