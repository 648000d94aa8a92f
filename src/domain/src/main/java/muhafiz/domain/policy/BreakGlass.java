package muhafiz.domain.policy;

import java.time.Duration;
import java.util.Set;

/** Access in an emergency: who, how long, who confirms, who is told. */
public record BreakGlass(Set<String> roles, Duration atMost, Set<String> needs, Set<String> confirm, Set<String> told) {
    public BreakGlass {
        roles = Set.copyOf(roles);
        needs = Set.copyOf(needs);
        confirm = Set.copyOf(confirm);
        told = Set.copyOf(told);
        if (atMost.isZero() || atMost.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("broken glass lasts a minute to a day, was " + atMost);
        }
    }
}
