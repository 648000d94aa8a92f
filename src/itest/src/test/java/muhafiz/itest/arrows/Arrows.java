package muhafiz.itest.arrows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The module table and the circles as rules. */
final class Arrows {
    /** The error families that every floor must be able to name (STYLE 17) live on the ground floor. */
    private static final Set<String> NAMED_EVERYWHERE =
            Set.of("muhafiz.crypto.IntegrityException", "muhafiz.crypto.UnavailableException");

    private final House house;

    Arrows(House house) {
        this.house = house;
    }

    /** A room uses the rooms and libraries of its row, and nothing else. */
    ArchRule ofTheTable() {
        return classes().should(onlyUseWhatTheirRowAllows());
    }

    /** Within a room, packages do not use each other in a circle. */
    ArchRule withoutCircles() {
        return slices().assignedFrom(packagesOfARoom()).should().beFreeOfCycles();
    }

    private ArchCondition<JavaClass> onlyUseWhatTheirRowAllows() {
        return new ArchCondition<>("use only the rooms and libraries of their room's row") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                house.roomOf(user)
                        .ifPresent(room -> user.getDirectDependenciesFromSelf().stream()
                                .filter(arrow ->
                                        !isAllowed(room, arrow.getTargetClass().getBaseComponentType()))
                                .forEach(arrow -> events.add(wrong(arrow))));
            }
        };
    }

    private static ConditionEvent wrong(Dependency arrow) {
        return SimpleConditionEvent.violated(arrow.getOriginClass(), arrow.getDescription());
    }

    private boolean isAllowed(Room room, JavaClass used) {
        if (used.isPrimitive() || NAMED_EVERYWHERE.contains(used.getName())) {
            return true;
        }
        Optional<Room> other = house.roomOf(used);
        if (other.isPresent()) {
            return other.get() == room || room.mayUse().contains(other.get());
        }
        return Stream.concat(Room.PLATFORM.stream(), room.libraries().stream())
                .anyMatch(allowed -> House.isWithin(used.getPackageName(), allowed));
    }

    private SliceAssignment packagesOfARoom() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return house.roomOf(type).isPresent()
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of a room";
            }
        };
    }
}
