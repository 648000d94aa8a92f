package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** Shows who may what, since when and by which version of the policy, and takes the quarterly word that it is right. */
@ApplicationScoped
public class Grants {
    private static final int LONGEST_FINDINGS = 1000;

    private final Gate gate;
    private final GrantsTurn turn;

    @Inject
    Grants(Gate gate, GrantsTurn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /** @throws RefusedException the gate's, {@code not-allowed} */
    public GrantRegister register(Caller caller, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return turn.register(new GrantsTurn.Wanted(caller, purpose, why.ref())).orElseThrow(Grants::notAllowed);
    }

    /**
     * Signs that the register of that digest was looked through; the entry holds digest and findings.
     *
     * @param digest as the register showed it
     * @param findings in the reviewer's words, up to 1000 characters
     * @throws RefusedException {@code malformed}, the gate's, {@code not-allowed}, {@code list-changed} where the register is another
     *     by now, {@code approver-changed}
     */
    public GrantReview review(Caller caller, String digest, Optional<String> findings, Why why) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "a digest is SHA-256 in lower-case hex", Map.of("member", "digest"));
        }
        if (findings.filter(text -> text.length() > LONGEST_FINDINGS).isPresent()) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "findings have up to " + LONGEST_FINDINGS + " characters",
                    Map.of("member", "findings"));
        }
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return turn.review(new GrantsTurn.Wanted(caller, purpose, why.ref()), digest, findings)
                .orElseThrow(Grants::notAllowed);
    }

    private static RefusedException notAllowed() {
        return new RefusedException(Refusal.NOT_ALLOWED, "this role does not look through grants");
    }
}
