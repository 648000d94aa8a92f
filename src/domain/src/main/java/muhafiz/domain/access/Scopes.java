package muhafiz.domain.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muhafiz.domain.policy.ClassSet;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.Unit;

/** Resolves the classes that a rule reaches, for one actor. */
record Scopes(Policy policy, Actor actor) {

    boolean holds(Grant.Scope scope, Item item) {
        if (scope instanceof Grant.Scope.Classes listed) {
            return item.recordClass().filter(listed.classes()::contains).isPresent();
        }
        return switch (((Grant.Scope.Of) scope).set()) {
            case OWN_RECORDS -> item.isOwn();
            case UNIT_CLASSES -> recordClass(item).filter(this::isOfActorsUnit).isPresent();
            case ALL_PERSONAL ->
                recordClass(item).filter(RecordClass::holdsPersonalData).isPresent();
            case NONE -> item.recordClass().isEmpty();
        };
    }

    /** Whether a prohibition with this scope may be meant: where the class is not known, it is. */
    boolean mayHold(Grant.Scope scope, Item item) {
        return holds(scope, item) || recordClass(item).isEmpty();
    }

    /** All classes it reaches; of a person's own records every class is reached, and {@link Item#isOwn} decides. */
    Set<String> classes(Grant.Scope scope) {
        if (scope instanceof Grant.Scope.Classes listed) {
            return listed.classes();
        }
        var set = ((Grant.Scope.Of) scope).set();
        return policy.recordClasses().stream()
                .filter(found ->
                        holds(scope, new Item(Optional.of(found.id()), Optional.empty(), set == ClassSet.OWN_RECORDS)))
                .map(RecordClass::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<RecordClass> recordClass(Item item) {
        return item.recordClass().flatMap(policy::recordClass);
    }

    private boolean isOfActorsUnit(RecordClass recordClass) {
        return actor.unit()
                .flatMap(policy::unit)
                .map(Unit::group)
                .filter(recordClass.owner()::equals)
                .isPresent();
    }
}
