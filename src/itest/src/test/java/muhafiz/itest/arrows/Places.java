package muhafiz.itest.arrows;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Says where in the house a class stands. */
record Places(House house) {
    DescribedPredicate<JavaClass> outside(Room... rooms) {
        return resideOutsideOfPackages(
                Arrays.stream(rooms).map(room -> house.packageOf(room) + "..").toArray(String[]::new));
    }

    /** One of these, named from the house's base package. */
    DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(names));
        return DescribedPredicate.describe(
                "one of " + wanted,
                type -> wanted.stream().anyMatch(name -> type.getName().equals(house.base() + "." + name)));
    }

    /** The full name of a class of this room. */
    String in(Room room, String rest) {
        return house.packageOf(room) + "." + rest;
    }
}
