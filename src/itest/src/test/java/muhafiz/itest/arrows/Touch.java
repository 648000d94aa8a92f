package muhafiz.itest.arrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.Set;

/** Names calls, constructor calls and method references by what they reach. */
final class Touch {
    private Touch() {}

    /** Any member of the class. */
    static DescribedPredicate<JavaAccess<?>> any(Class<?> owner) {
        return DescribedPredicate.describe(
                owner.getSimpleName(), access -> access.getTargetOwner().isEquivalentTo(owner));
    }

    /** Methods of these names, whatever they take. */
    static DescribedPredicate<JavaAccess<?>> method(Class<?> owner, String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + String.join("|", names),
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && wanted.contains(access.getTarget().getName()));
    }

    static DescribedPredicate<JavaAccess<?>> constructor(Class<?> owner) {
        return constructor(owner.getName());
    }

    static DescribedPredicate<JavaAccess<?>> constructor(String owner) {
        return DescribedPredicate.describe(
                "new " + owner,
                access -> access.getTargetOwner().getName().equals(owner)
                        && access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME));
    }

    /** The same, where one of the arguments is of that type. */
    static DescribedPredicate<JavaAccess<?>> with(Class<?> argument, DescribedPredicate<JavaAccess<?>> call) {
        return DescribedPredicate.describe(
                call.getDescription() + " with " + argument.getSimpleName(),
                access -> call.test(access)
                        && arguments(access).stream().anyMatch(type -> type.isEquivalentTo(argument)));
    }

    static DescribedPredicate<JavaAccess<?>> without(Class<?> argument, DescribedPredicate<JavaAccess<?>> call) {
        return DescribedPredicate.describe(
                call.getDescription() + " without " + argument.getSimpleName(),
                access -> call.test(access)
                        && arguments(access).stream().noneMatch(type -> type.isEquivalentTo(argument)));
    }

    static DescribedPredicate<JavaAccess<?>> oneOf(List<DescribedPredicate<JavaAccess<?>>> touches) {
        return DescribedPredicate.or(touches);
    }

    private static List<JavaClass> arguments(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes() : List.of();
    }
}
