package muhafiz.domain.policy;

import java.util.Set;

/** A state of an application, as applicants read it, and where it may go from there. */
public record ApplicationState(String id, Names names, String what, Set<String> next) {
    public ApplicationState {
        next = Set.copyOf(next);
        if (next.contains(id)) {
            throw new IllegalArgumentException("a state does not follow itself");
        }
    }
}
