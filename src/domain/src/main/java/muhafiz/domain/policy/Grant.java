package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a role may do; everything not granted is denied.
 *
 * @param id the role and its place among the role's grants, such as case_officer.2
 * @param scope the classes it reaches
 * @param kinds only these kinds; none means any
 * @param purposes for these purposes only; none, where it reaches no record, means that no purpose is asked
 * @param when all must hold
 * @param neverRead kinds the role never reads, whatever another grant says
 * @param neverActions actions the role never takes, whatever another grant says
 */
public record Grant(
        String id,
        String role,
        Scope scope,
        Set<String> kinds,
        List<String> purposes,
        Set<Action> actions,
        Set<Condition> when,
        Set<String> neverRead,
        Set<Action> neverActions,
        Optional<String> source) {
    public Grant {
        kinds = Set.copyOf(kinds);
        purposes = List.copyOf(purposes);
        actions = Set.copyOf(actions);
        when = Set.copyOf(when);
        neverRead = Set.copyOf(neverRead);
        neverActions = Set.copyOf(neverActions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a grant without an action");
        }
        if (purposes.isEmpty() && !scope.equals(new Scope.Of(ClassSet.NONE))) {
            throw new IllegalArgumentException("a grant that reaches records names a purpose");
        }
        if (actions.stream().anyMatch(Action::isTheArchivesOwn)) {
            throw new IllegalArgumentException("an act of the archive itself is granted to nobody");
        }
    }

    /** The classes a grant reaches: a list of them, or one of the policy's sets. */
    public sealed interface Scope {
        record Classes(Set<String> classes) implements Scope {
            public Classes {
                classes = Set.copyOf(classes);
            }
        }

        record Of(ClassSet set) implements Scope {}
    }

    public boolean serves(String purpose) {
        return purposes.contains(purpose);
    }

    /** Whether it can be used only by naming a case, request or audit number. */
    public boolean needsReference() {
        return when.stream().anyMatch(Condition::isReference);
    }
}
