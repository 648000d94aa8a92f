package muhafiz.service.wall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.access.Actor;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Standing;
import muhafiz.service.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Who is logged in on this thread, and what they may know of. Safe for all threads. */
@ApplicationScoped
class Lookout {
    private static final View NOBODY = new View("", "", Sight.NONE);

    private final PolicyInForce policies;
    private volatile Known known = new Known(null);

    @Inject
    Lookout(PolicyInForce policies) {
        this.policies = policies;
    }

    /** @param account empty where nobody is logged in: then only what is named is seen */
    record View(String account, String unit, Sight sight) {}

    private record Place(Set<String> roles, String unit) {}

    /** What one version of the policy says of roles and units, as far as it was asked. */
    private record Known(@Nullable Policy policy, Map<Place, Sight> sights) {
        Known(@Nullable Policy policy) {
            this(policy, new ConcurrentHashMap<>());
        }
    }

    View view() {
        SecurityDomain domain = SecurityDomain.getCurrent();
        if (domain == null || domain.getCurrentSecurityIdentity().isAnonymous()) {
            return NOBODY;
        }
        SecurityIdentity identity = domain.getCurrentSecurityIdentity();
        Standing standing = Standing.of(identity.getRoles());
        return new View(identity.getPrincipal().getName(), standing.unit(), sight(standing));
    }

    private Sight sight(Standing standing) {
        return inForce()
                .map(policy -> {
                    Set<String> roles = standing.roles().stream()
                            .filter(policy.roles()::contains)
                            .collect(Collectors.toUnmodifiableSet());
                    return of(policy)
                            .sights()
                            .computeIfAbsent(new Place(roles, standing.unit()), place -> sight(policy, place));
                })
                .orElse(Sight.NONE);
    }

    private static Sight sight(Policy policy, Place place) {
        Optional<String> unit = Optional.of(place.unit()).filter(id -> !id.isEmpty());
        return Sight.of(policy, new Actor(place.roles(), unit), place.roles().contains(Caller.RECEPTION));
    }

    private Known of(Policy policy) {
        Known now = known;
        if (now.policy() != policy) {
            now = new Known(policy);
            known = now;
        }
        return now;
    }

    private Optional<Policy> inForce() {
        try {
            return Optional.of(policies.policy());
        } catch (UnavailableException before) {
            return Optional.empty();
        }
    }
}
