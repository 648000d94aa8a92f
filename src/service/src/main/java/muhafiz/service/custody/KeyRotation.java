package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.destruction.Certificates;
import muhafiz.service.keys.Rotation;
import muhafiz.service.keys.Rotation.Rotated;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/**
 * Rotates the roots, by night or because custodians ask (policy, {@code key_rotation}): one of them, or two in an emergency, where no key
 * backup would be of use afterwards, or while the clock is in doubt. Its beginning and its end are entries.
 */
@ApplicationScoped
public class KeyRotation {
    static final String PURPOSE = "P-RECORDS";

    private static final String NIGHTLY = "key_rotation.nightly";
    private static final String CLOCK = "clock-";
    private static final Duration UNTIL_CONFIRMED = Duration.ofHours(1);

    private final Rotation rotation;
    private final Certificates certificates;
    private final KeyBackups backups;
    private final ClockWatch clock;
    private final Custodians custodians;
    private final TwoCustodians two;
    private final Witness witness;

    @Inject
    KeyRotation(
            Rotation rotation,
            Certificates certificates,
            KeyBackups backups,
            ClockWatch clock,
            Custodians custodians,
            TwoCustodians two,
            Witness witness) {
        this.rotation = rotation;
        this.certificates = certificates;
        this.backups = backups;
        this.clock = clock;
        this.custodians = custodians;
        this.two = two;
        this.witness = witness;
    }

    /** What sort of rotation is wanted. */
    public enum Sort {
        /** Roots live as long as they were born to. */
        USUAL("rotation", Action.ROTATE_ROOT_KEY, Condition.ON_DEMAND),
        /** Every older root ends at once; key backups made before are useless afterwards. */
        EMERGENCY("emergency rotation", Action.EMERGENCY_ROTATION, Condition.TWO_CUSTODIANS);

        private final String what;
        private final Action action;
        private final Condition condition;

        Sort(String what, Action action, Condition condition) {
            this.what = what;
            this.action = action;
            this.condition = condition;
        }
    }

    /**
     * A rotation that a custodian asks for.
     *
     * @throws RefusedException {@code not-allowed} where the policy gives this role no such act, {@code two-custodians} where it now
     *     waits for another custodian's {@link #confirmed}
     * @throws UnavailableException where a holder of the roots is away; the next rotation goes on from there
     */
    public Rotated onDemand(Caller caller, Sort sort) {
        String rule = custodians.ruleFor(caller, sort.action, sort.condition);
        Set<String> because = whyTwo(sort);
        if (!because.isEmpty()) {
            throw two.ask(caller, new TwoCustodians.Wish(sort.what, because, rule));
        }
        return rotate(caller, sort, rule);
    }

    /**
     * The second custodian's word: the rotation that another asked for begins.
     *
     * @throws RefusedException {@code not-found} where none waits, {@code two-custodians} where it still does
     */
    public Rotated confirmed(Caller caller, Sort sort) {
        String rule = custodians.ruleFor(caller, sort.action, sort.condition);
        Set<String> because = whyTwo(sort);
        two.confirm(caller, new TwoCustodians.Wish(sort.what, because, rule));
        if (because.stream().anyMatch(why -> why.startsWith(CLOCK))) {
            clock.confirm();
        }
        return rotate(caller, sort, rule);
    }

    private Set<String> whyTwo(Sort sort) {
        Set<String> because = new TreeSet<>(clock.look());
        if (sort == Sort.EMERGENCY) {
            because.add("emergency");
            if (certificates.isAnyWaitingAtOnce()) {
                because.add("act-at-once");
            }
        } else if (backups.nextRotationEndsTheLast()) {
            because.add("last-key-backup");
        }
        return because;
    }

    /**
     * The rotation of the night, for which the policy wants no person.
     *
     * @throws UnavailableException {@code clock-in-doubt}, or where a holder of the roots is away
     */
    public Rotated nightly(Caller archive) {
        Set<String> doubts = clock.look();
        if (!doubts.isEmpty()) {
            witness.write(act(
                    archive,
                    Act.Outcome.failed("clock-in-doubt"),
                    Map.of("what", "rotation not begun", "because", String.join(" ", doubts))));
            throw new UnavailableException("clock-in-doubt", UNTIL_CONFIRMED);
        }
        return rotate(archive, Sort.USUAL, NIGHTLY);
    }

    private Rotated rotate(Caller caller, Sort sort, String rule) {
        witness.write(act(caller, Act.Outcome.done(rule), Map.of("what", sort.what + " begins")));
        try {
            Rotated rotated = sort == Sort.EMERGENCY ? rotation.rotateInEmergency() : rotation.rotate();
            certificates.complete();
            witness.write(act(
                    caller,
                    Act.Outcome.done(rule),
                    Map.of(
                            "what", sort.what + " ends",
                            "epoch", Long.toString(rotated.epoch()),
                            "rootsAlive", Integer.toString(rotated.rootsAlive()))));
            return rotated;
        } catch (UnavailableException away) {
            witness.write(act(caller, Act.Outcome.failed("unfinished"), Map.of("what", sort.what + " unfinished")));
            throw away;
        }
    }

    private static Act act(Caller caller, Act.Outcome outcome, Map<String, String> more) {
        return new Act(caller, "key_operation", new Act.Ground(PURPOSE, ""), outcome, Act.About.NOBODY, more);
    }
}
