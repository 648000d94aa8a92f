package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
import muhafiz.service.notice.Addressee;
import muhafiz.service.notice.Contact;
import muhafiz.service.notice.Notices;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/**
 * Destroys what packages were made from once their time is over or they were called back, and disclosures with the term of their class, not
 * before all that was given is destroyed here itself. Not while the clock is in doubt. Safe to repeat, for all nodes.
 */
@ApplicationScoped
public class DisclosureSweep {
    private static final int SOME = 10_000;
    private static final String HOME = "AZE";
    /** By why a recipient is told; one whose package was called back is told by who called it back. */
    private static final Map<String, String> TEMPLATES = Map.of(
            "corrected", "recipient-correction",
            "restricted", "recipient-restriction",
            "destroyed", "recipient-destruction");

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
        turn.tellRecipients();
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
        private final Disclosed disclosed;
        private final Notices notices;
        private final InstantSource clock;

        @Inject
        Turn(
                EndRows rows,
                ConfirmedPeriods periods,
                PolicyInForce policies,
                AccessLog log,
                Disclosed disclosed,
                Notices notices,
                InstantSource clock) {
            this.disclosed = disclosed;
            this.notices = notices;
            this.rows = rows;
            this.periods = periods;
            this.policies = policies;
            this.log = log;
            this.clock = clock;
        }

        /** Recipients who left an address get a notice (DIS-7); who left none waits to be told by other means. */
        public void tellRecipients() {
            for (Disclosed.Waiting one : disclosed.waiting(SOME)) {
                String email = one.recipient().get("email");
                String template = TEMPLATES.get(one.because());
                if (email != null && template != null) {
                    Contact contact = new Contact(Optional.of(email), Optional.empty(), true);
                    String language = HOME.equals(one.recipient().get("country")) ? "az" : "en";
                    notices.queue(
                            template, new Addressee.Known(one.disclosure(), contact, Set.of(), language), Map.of());
                    disclosed.told(one);
                }
            }
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
