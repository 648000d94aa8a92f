package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.caller.Caller;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.keys.Forgetting;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/**
 * Destroys what packages were made from once their time is over or they were called back, and disclosures with the term of their class, not
 * before all that was given is destroyed here itself. Not while the clock is in doubt. Safe to repeat, for all nodes.
 */
@ApplicationScoped
public class DisclosureSweep {
    private final Forgetting forgetting;
    private final ClockWatch watch;
    private final Turn turn;

    @Inject
    DisclosureSweep(Forgetting forgetting, ClockWatch watch, Turn turn) {
        this.forgetting = forgetting;
        this.watch = watch;
        this.turn = turn;
    }

    /** @return how many keys were destroyed */
    public int sweep() {
        if (!watch.look().isEmpty()) {
            return 0;
        }
        return destroyPackings() + destroyOutlived();
    }

    /** Of those that were called back, and of those whose time is over. */
    int destroyPackings() {
        Set<UUID> leaves = turn.spentPackings();
        return destroy(leaves, "packages", () -> turn.strikePackings(leaves));
    }

    private int destroyOutlived() {
        Set<UUID> leaves = turn.outlived();
        return destroy(leaves, "disclosures", () -> turn.strike(leaves));
    }

    private int destroy(Set<UUID> leaves, String what, Runnable strike) {
        if (!leaves.isEmpty()) {
            UUID order = Randoms.id();
            forgetting.destroy(leaves, order);
            strike.run();
            turn.tell(what, order, leaves.size());
        }
        return leaves.size();
    }

    /** The transactions of it. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Turn {
        private final EndRows rows;
        private final ConfirmedPeriods periods;
        private final PolicyInForce policies;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(EndRows rows, ConfirmedPeriods periods, PolicyInForce policies, AccessLog log, InstantSource clock) {
            this.rows = rows;
            this.periods = periods;
            this.policies = policies;
            this.log = log;
            this.clock = clock;
        }

        public Set<UUID> spentPackings() {
            return new HashSet<>(rows.spentPackings(clock.instant()));
        }

        public void strikePackings(Set<UUID> leaves) {
            rows.strikePackings(leaves);
        }

        /** None where nobody stands behind the term. */
        public Set<UUID> outlived() {
            return policies.policy()
                    .recordClass(DisclosureSeal.CLASS)
                    .filter(one -> periods.mayDestroy(one.id()))
                    .map(RecordClass::retention)
                    .flatMap(RetentionRule::period)
                    .map(term ->
                            clock.instant().atOffset(ZoneOffset.UTC).minus(term).toInstant())
                    .map((Instant before) -> (Set<UUID>) new HashSet<>(rows.outlived(before)))
                    .orElse(Set.of());
        }

        public void strike(Set<UUID> leaves) {
            rows.strike(leaves);
        }

        public void tell(String what, UUID order, int keys) {
            log.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    "key_operation",
                    new Act.Ground("P-RECORDS", ""),
                    Act.Outcome.done("archive.disclosures"),
                    Act.About.NOBODY,
                    Map.of(
                            "what",
                            "keys of " + what + " destroyed",
                            "order",
                            order.toString(),
                            "keys",
                            Integer.toString(keys))));
        }
    }
}
