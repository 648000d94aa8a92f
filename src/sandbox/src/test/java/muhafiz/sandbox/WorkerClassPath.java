package muhafiz.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a worker is given to run, taken from this test's own class path. */
final class WorkerClassPath {
    private static final List<String> FOR_TESTS_ONLY = List.of(
            "test-classes",
            "-tests",
            "junit",
            "opentest4j",
            "apiguardian",
            "assertj",
            "byte-buddy",
            "surefire",
            "jspecify");

    private WorkerClassPath() {}

    /** As in production: this module and its libraries. */
    static List<Path> ofProduction() {
        return entries()
                .filter(p -> FOR_TESTS_ONLY.stream()
                        .noneMatch(word -> p.getFileName().toString().contains(word)))
                .toList();
    }

    /** The same behind the tests' classes, whose services file names a hostile reader. */
    static List<Path> withHostileReader() {
        Stream<Path> tests = entries().filter(p -> p.endsWith("test-classes"));
        return Stream.concat(tests, ofProduction().stream()).toList();
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static Stream<Path> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(e -> !e.isEmpty())
                .map(e -> Path.of(e).toAbsolutePath().normalize());
    }
}
