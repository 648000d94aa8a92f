package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.policy.Lockout;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Attempts;
import muhafiz.service.access.CodeCheck;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/**
 * Knows the holder of an application number by its access code. Unknown number, wrong code and locked pair are one answer, and the
 * first two cost the same work. The door closes per number and client network (policy, {@code identity_check.lockout}).
 */
@ApplicationScoped
public class Owners {
    private final CaseLookup cases;
    private final Attempts attempts;
    private final CodeCheck codes;
    private final Witness witness;
    private final PolicyInForce policies;

    @Inject
    Owners(CaseLookup cases, Attempts attempts, CodeCheck codes, Witness witness, PolicyInForce policies) {
        this.cases = cases;
        this.attempts = attempts;
        this.codes = codes;
        this.witness = witness;
        this.policies = policies;
    }

    /** The owner. @throws RefusedException {@code code-refused}, the same whatever was wrong */
    public Caller check(String number, String code, Caller.Request request) {
        Caller owner = Caller.owner(request);
        if (!isRight(number, code, request)) {
            witness.write(denied(owner));
            throw new RefusedException(Refusal.CODE_REFUSED, "number and code do not open anything");
        }
        return owner;
    }

    /** Whether number and code belong together; counts a failure. */
    public boolean isRight(String number, String code, Caller.Request request) {
        Optional<ApplicationNumber> parsed = ApplicationNumber.parse(number);
        Lockout lockout = policies.policy().lockout();
        Attempts.Limit limit = new Attempts.Limit(lockout.attempts(), lockout.window());
        Attempts.Target pair = new Attempts.Target(
                "access-code", parsed.map(ApplicationNumber::digits).orElse("?") + " " + request.network());
        if (attempts.isLocked(pair, limit)) {
            return false;
        }
        boolean right = matches(parsed.flatMap(cases::accessCodeHash), code);
        if (!right) {
            attempts.failed(pair, limit);
        }
        return right;
    }

    private boolean matches(Optional<String> hash, String code) {
        if (hash.isEmpty()) {
            codes.pretend(code);
            return false;
        }
        return codes.matches(code, hash.get());
    }

    private static Act denied(Caller owner) {
        return new Act(
                owner, "denied", Act.Ground.NONE, Act.Outcome.denied("identity.code"), Act.About.NOBODY, Map.of());
    }
}
