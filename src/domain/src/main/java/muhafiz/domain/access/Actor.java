package muhafiz.domain.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param roles the policy's roles; what one of them must never do, no other role of the same actor may
 * @param unit such as RD-1; empty for those who belong to none
 */
public record Actor(Set<String> roles, Optional<String> unit) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(String role) {
        return new Actor(Set.of(role), Optional.empty());
    }

    /** The archive itself: no role, so nothing is granted and only prohibitions speak. */
    public static Actor archive() {
        return new Actor(Set.of(), Optional.empty());
    }
}
