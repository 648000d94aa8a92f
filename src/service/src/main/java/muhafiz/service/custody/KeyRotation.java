package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.destruction.Certificates;
import muhafiz.service.keys.Rotation;
import muhafiz.service.keys.Rotation.Rotated;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/** Rotates the roots, by night or because a custodian asks (policy, {@code key_rotation}). Its beginning and its end are entries. */
@ApplicationScoped
public class KeyRotation {
    private static final String PURPOSE = "P-RECORDS";
    private static final String NIGHTLY = "key_rotation.nightly";

    private final Rotation rotation;
    private final Certificates certificates;
    private final Decider decider;
    private final Witness witness;

    @Inject
    KeyRotation(Rotation rotation, Certificates certificates, Decider decider, Witness witness) {
        this.rotation = rotation;
        this.certificates = certificates;
        this.decider = decider;
        this.witness = witness;
    }

    /**
     * A rotation that somebody asks for.
     *
     * @throws RefusedException {@code not-allowed} where the policy gives this role no such act
     * @throws UnavailableException where a holder of the roots is away; the next rotation goes on from there
     */
    public Rotated onDemand(Caller caller) {
        AccessDecision decision = decider.decide(
                caller,
                new Asked(
                        Action.ROTATE_ROOT_KEY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PURPOSE),
                        Set.of(Condition.ON_DEMAND)));
        if (!decision.isAllowed()) {
            witness.write(act(caller, "denied", Act.Outcome.denied(decision.rule()), Map.of()));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role rotates no keys");
        }
        return rotate(caller, decision.rule());
    }

    /** The rotation of the night, for which the policy wants no person. */
    public Rotated nightly(Caller archive) {
        return rotate(archive, NIGHTLY);
    }

    private Rotated rotate(Caller caller, String rule) {
        witness.write(act(caller, "key_operation", Act.Outcome.done(rule), Map.of("what", "rotation begins")));
        try {
            Rotated rotated = rotation.rotate();
            certificates.complete();
            witness.write(act(
                    caller,
                    "key_operation",
                    Act.Outcome.done(rule),
                    Map.of(
                            "what", "rotation ends",
                            "epoch", Long.toString(rotated.epoch()),
                            "rootsAlive", Integer.toString(rotated.rootsAlive()))));
            return rotated;
        } catch (UnavailableException away) {
            witness.write(act(
                    caller, "key_operation", Act.Outcome.failed("unfinished"), Map.of("what", "rotation unfinished")));
            throw away;
        }
    }

    private static Act act(Caller caller, String action, Act.Outcome outcome, Map<String, String> more) {
        return new Act(caller, action, new Act.Ground(PURPOSE, ""), outcome, Act.About.NOBODY, more);
    }
}
