package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/**
 * Opens a case to an officer in an emergency (policy, break_glass): what the role's grants reach, in any unit and assigned to anybody, to
 * read and for the stated purpose only. Compartments, restrictions and prohibitions stand.
 */
@ApplicationScoped
public class BreakGlass {
    private static final int LONGEST_REASON = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Gate gate;
    private final GlassBreaking breaking;
    private final GlassConfirming confirming;
    private final GlassWatch watch;
    private final PolicyInForce policies;
    private final Witness witness;

    @Inject
    BreakGlass(
            Gate gate,
            GlassBreaking breaking,
            GlassConfirming confirming,
            GlassWatch watch,
            PolicyInForce policies,
            Witness witness) {
        this.gate = gate;
        this.breaking = breaking;
        this.confirming = confirming;
        this.watch = watch;
        this.policies = policies;
        this.witness = witness;
    }

    /**
     * Breaks it.
     *
     * @param number of the application
     * @param reason in the officer's words, 1 to 1000 characters; sealed with the case
     * @throws RefusedException {@code malformed}, {@code purpose-not-granted}, {@code not-allowed}, {@code not-found} where there is no
     *     such application, or none that the role could read
     */
    public Glass of(Caller caller, String number, String purpose, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "a reason has 1 to " + LONGEST_REASON + " characters",
                    Map.of("member", "reason"));
        }
        gate.purpose(caller, Action.READ_META, new Why(Optional.of(purpose), Optional.of(number)));
        if (!policies.policy().breakGlass().roles().contains(caller.role())) {
            throw neverThese(caller, "this role breaks no glass");
        }
        return breaking.open(new GlassBreaking.Wanted(caller, number, purpose, reason))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such application"));
    }

    /**
     * A second person says that it was right.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, also of a case that this person may not confirm, {@code
     *     same-person}, {@code approver-changed}
     */
    public void confirm(Caller caller, UUID id) {
        if (!policies.policy().breakGlass().confirm().contains(caller.role())) {
            throw neverThese(caller, "this role confirms no broken glass");
        }
        if (!confirming.confirm(caller, id)) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no such broken glass");
        }
    }

    /**
     * What was broken, for whoever the policy wants told, in the order of random ids, so many at a time.
     *
     * @param after the last id already seen
     * @throws RefusedException the gate's, {@code not-allowed}
     */
    public GlassPage list(Caller caller, Optional<UUID> after, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        if (!policies.policy().breakGlass().told().contains(caller.role())) {
            throw neverThese(caller, "this role is not told of broken glass");
        }
        return watch.page(caller, after.orElse(FIRST), new Why(Optional.of(purpose), why.ref()));
    }

    private RefusedException neverThese(Caller caller, String detail) {
        witness.write(new Act(
                caller,
                "denied",
                Act.Ground.NONE,
                Act.Outcome.denied("break_glass"),
                Act.About.NOBODY,
                Map.of("asked", "break_glass")));
        return new RefusedException(Refusal.NOT_ALLOWED, detail);
    }
}
