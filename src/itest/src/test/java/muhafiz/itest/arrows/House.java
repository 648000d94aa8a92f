package muhafiz.itest.arrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muhafiz.stand.Checkout;

/**
 * Classes, and where they belong.
 *
 * @param base the package that holds one package for each room
 */
record House(String base, JavaClasses classes) {
    private static final String PLANTED = "muhafiz.itest.planted";

    /** The classes of every room, as they were built. */
    static House asBuilt() {
        Path root = checkout();
        List<Path> folders =
                Arrays.stream(Room.values()).map(room -> room.classes(root)).toList();
        folders.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalStateException("not built: " + missing);
                });
        return new House("muhafiz", new ClassFileImporter().importPaths(folders));
    }

    /** Classes that break every rule. */
    static House planted() {
        ImportOption ownTests = location -> location.contains("/test-classes/");
        return new House(
                PLANTED, new ClassFileImporter().withImportOption(ownTests).importPackages(PLANTED));
    }

    static Path checkout() {
        return Checkout.find().root();
    }

    /** The room of a package; empty for libraries, the platform, and the root package itself. */
    Optional<Room> roomOf(String packageName) {
        return Arrays.stream(Room.values())
                .filter(room -> isWithin(packageName, packageOf(room)))
                .findFirst();
    }

    Optional<Room> roomOf(JavaClass type) {
        return roomOf(type.getPackageName());
    }

    String packageOf(Room room) {
        return base + "." + room.noun();
    }

    /** Names of a package and everything below it, in ArchUnit's spelling. */
    String[] packagesOf(Room... rooms) {
        return Arrays.stream(rooms).map(room -> packageOf(room) + "..").toArray(String[]::new);
    }

    static boolean isWithin(String packageName, String ancestor) {
        return packageName.equals(ancestor) || packageName.startsWith(ancestor + ".");
    }
}
