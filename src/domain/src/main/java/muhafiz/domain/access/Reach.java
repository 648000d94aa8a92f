package muhafiz.domain.access;

import java.util.Set;
import muhafiz.domain.policy.Condition;

/**
 * What one grant reaches.
 *
 * @param rule the grant's id
 * @param kinds only these; none means any
 * @param when what must hold of each item besides
 */
public record Reach(String rule, Set<String> classes, Set<String> kinds, Set<Condition> when) {
    public Reach {
        classes = Set.copyOf(classes);
        kinds = Set.copyOf(kinds);
        when = Set.copyOf(when);
    }
}
