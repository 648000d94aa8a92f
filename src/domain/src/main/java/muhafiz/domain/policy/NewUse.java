package muhafiz.domain.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A purpose for which items of a class are used from a version on, and for which they were not used before (seed 000, line 71). What was
 * collected before needs a new legal basis for it.
 *
 * @param recordClass a class that the earlier version had
 * @param isFounded whether the class has another basis than before, with its act and article
 */
public record NewUse(String recordClass, String purpose, boolean isFounded) {

    /** In the order of classes and purposes. */
    public static List<NewUse> between(Policy before, Policy after) {
        var old = uses(before);
        return after.recordClasses().stream()
                .filter(now -> before.recordClass(now.id()).isPresent())
                .flatMap(now -> uses(after).getOrDefault(now.id(), Set.of()).stream()
                        .filter(purpose -> !old.getOrDefault(now.id(), Set.of()).contains(purpose))
                        .map(purpose -> new NewUse(now.id(), purpose, isFounded(before, now))))
                .toList();
    }

    private static boolean isFounded(Policy before, RecordClass now) {
        var basis = now.basis();
        var isAnother = before.recordClass(now.id())
                .map(RecordClass::basis)
                .filter(old -> !old.citation().equals(basis.citation()))
                .isPresent();
        return isAnother && basis.act().isPresent() && basis.article().isPresent();
    }

    /** The purposes of each class: its own, and those for which a grant reaches it. */
    private static Map<String, Set<String>> uses(Policy policy) {
        Map<String, Set<String>> uses = new HashMap<>();
        policy.recordClasses().forEach(one -> uses.put(one.id(), new TreeSet<>(Set.of(one.purpose()))));
        policy.grants()
                .forEach(grant -> reached(policy, grant.scope())
                        .flatMap(id -> Stream.ofNullable(uses.get(id)))
                        .forEach(purposes -> purposes.addAll(grant.purposes())));
        return uses;
    }

    /** Of a set that depends on who asks, every class that somebody may reach by it. */
    private static Stream<String> reached(Policy policy, Grant.Scope scope) {
        if (scope instanceof Grant.Scope.Classes listed) {
            return listed.classes().stream();
        }
        return switch (((Grant.Scope.Of) scope).set()) {
            case NONE -> Stream.empty();
            case OWN_RECORDS, UNIT_CLASSES, ALL_PERSONAL ->
                policy.recordClasses().stream()
                        .filter(RecordClass::holdsPersonalData)
                        .map(RecordClass::id)
                        .collect(Collectors.toSet())
                        .stream();
        };
    }
}
