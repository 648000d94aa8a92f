package muhafiz.service.technical;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.Takes;
import muhafiz.domain.technical.Captured;
import muhafiz.domain.technical.TechnicalTerm;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.keys.Forgetting;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/** Takes in technical data from the portal, and ends it when its short term is over. */
@ApplicationScoped
public class TechnicalData {
    static final String CLASS = "RC-TECH";

    private static final String CHANNEL = "automatic";
    /** What the site and the cabinet are used for when such data arises. */
    private static final String ARISES_BY = "P-CABINET";

    private static final int MOST = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final TechnicalDesk desk;
    private final CaseAccess access;
    private final Forgetting forgetting;
    private final ClockWatch clocks;
    private final Witness witness;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    TechnicalData(
            TechnicalDesk desk,
            CaseAccess access,
            Forgetting forgetting,
            ClockWatch clocks,
            Witness witness,
            PolicyInForce policies,
            InstantSource clock) {
        this.desk = desk;
        this.access = access;
        this.forgetting = forgetting;
        this.clocks = clocks;
        this.witness = witness;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Takes in some items, together or not at all.
     *
     * @param items 1 to 100, none of the future and none whose term is over
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code channel-not-accepted} where the policy takes none in
     */
    public void take(Caller caller, List<Captured> items) {
        Policy policy = policies.policy();
        RecordClass recordClass = policy.recordClass(CLASS).orElseThrow();
        check(policy, recordClass, items);
        AccessDecision decision = access.mayOpen(caller, CLASS, recordClass.owner(), ARISES_BY);
        if (!decision.isAllowed()) {
            witness.write(new Act(
                    caller,
                    "denied",
                    new Act.Ground(ARISES_BY, recordClass.basis().basis()),
                    Act.Outcome.denied(decision.rule()),
                    Act.About.NOBODY,
                    Map.of("asked", "ingest", "class", CLASS)));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role captures no technical data");
        }
        if (policy.channel(CHANNEL)
                .filter(way -> way.takes(Takes.TECHNICAL_DATA))
                .isEmpty()) {
            throw new RefusedException(Refusal.CHANNEL_NOT_ACCEPTED, "no technical data is taken in");
        }
        desk.take(caller, decision.rule(), recordClass, items);
    }

    private void check(Policy policy, RecordClass recordClass, List<Captured> items) {
        if (items.isEmpty() || items.size() > MOST) {
            throw malformed("items", "has 1 to " + MOST + " of them");
        }
        Instant now = clock.instant();
        TechnicalTerm term = TechnicalTerm.of(recordClass.retention());
        LocalDate today = LocalDate.ofInstant(now, policy.meta().timeZone());
        for (Captured item : items) {
            LocalDate day = LocalDate.ofInstant(item.at(), policy.meta().timeZone());
            if (item.at().isAfter(now.plus(CLOCKS_DIFFER)) || term.isOver(day, today)) {
                throw malformed("capturedAt", "is neither in the future nor so long ago that it has ended");
            }
        }
    }

    private static RefusedException malformed(String member, String need) {
        return new RefusedException(Refusal.MALFORMED, member + " " + need, Map.of("member", member));
    }

    /** Ends what has reached its end; nothing while the clock is in doubt. Safe for all nodes. @return how many days' keys died */
    public int sweep() {
        if (!clocks.look().isEmpty()) {
            return 0;
        }
        Set<UUID> leaves = desk.end();
        if (!leaves.isEmpty()) {
            forgetting.destroy(leaves, Randoms.id());
            desk.strike(leaves);
        }
        return leaves.size();
    }
}
