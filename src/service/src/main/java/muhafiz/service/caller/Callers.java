package muhafiz.service.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.policy.PolicyInForce;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Reads who is logged in. Roles are the policy's, one for an account. */
@ApplicationScoped
public class Callers {
    private final PolicyInForce policies;

    @Inject
    Callers(PolicyInForce policies) {
        this.policies = policies;
    }

    /** The account that makes this call; empty where nobody is logged in. */
    public Optional<Caller> current(Caller.Request request) {
        SecurityDomain domain = SecurityDomain.getCurrent();
        if (domain == null || domain.getCurrentSecurityIdentity().isAnonymous()) {
            return Optional.empty();
        }
        return Optional.of(read(domain.getCurrentSecurityIdentity(), request));
    }

    private Caller read(SecurityIdentity identity, Caller.Request request) {
        Standing standing = Standing.of(identity.getRoles());
        List<String> roles = standing.roles().stream()
                .filter(policies.policy().roles()::contains)
                .toList();
        if (roles.size() != 1) {
            throw new RefusedException(
                    Refusal.NOT_ALLOWED, "an account has exactly one role of the policy, this one has " + roles.size());
        }
        return new Caller(
                identity.getPrincipal().getName(),
                roles.get(0),
                standing.unit(),
                Optional.empty(),
                Assurance.L0,
                request);
    }

    /**
     * The account as it acts for somebody, where it says so.
     *
     * @param onBehalfOf the cabinet id of the person for whom the portal acts
     * @param assurance how surely the portal knows that person: L1 or L2
     * @throws RefusedException where another than the portal says so, or half of it
     */
    public Caller acting(Caller caller, Optional<String> onBehalfOf, Optional<String> assurance) {
        if (onBehalfOf.isEmpty() && assurance.isEmpty()) {
            return caller;
        }
        if (!caller.isPortal()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "only the portal acts for a person");
        }
        if (onBehalfOf.isEmpty() || assurance.isEmpty() || !assurance.get().matches("L[12]")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "On-Behalf-Of and Assurance come together, and Assurance is L1 or L2");
        }
        if (!onBehalfOf.get().matches("[\\x21-\\x7e]{1,128}")) {
            throw new RefusedException(Refusal.MALFORMED, "On-Behalf-Of is 1 to 128 printable ASCII characters");
        }
        return new Caller(
                caller.user(),
                caller.role(),
                caller.unit(),
                onBehalfOf,
                Assurance.valueOf(assurance.get()),
                caller.request());
    }
}
