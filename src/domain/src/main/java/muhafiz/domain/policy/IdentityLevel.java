package muhafiz.domain.policy;

import java.util.Set;

/** How surely a person is known (L0 to L2), by what means, and what that opens. */
public record IdentityLevel(String id, Set<String> means, Set<String> gives, Footing footing) {
    public IdentityLevel {
        means = Set.copyOf(means);
        gives = Set.copyOf(gives);
        if (means.isEmpty() || gives.isEmpty()) {
            throw new IllegalArgumentException("an identity level has means and gives something");
        }
    }
}
