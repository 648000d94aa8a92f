package muhafiz.itest.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads test sources for tests that bear {@code @Clause}. */
record TiedTests(List<Tied> all) {
    private static final Pattern NO_CODE =
            Pattern.compile("\"\"\".*?\"\"\"|/\\*.*?\\*/|(?m)^\\s*//[^\\n]*$", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile(
            "((?:@[\\w.]+\\s*(?:\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\))*\\))?\\s+)+)(?:public |static )*void (\\w+)\\(");
    private static final Pattern CLAUSE = Pattern.compile("@Clause\\s*\\(([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("\"([^\"]+)\"");

    /** A value that is as written down proves no behaviour: the tests of tables serve mutation, not coverage. */
    private static final Path TABLES = Path.of("domain", "policy", "table");

    /** One test and one sentence it proves. */
    record Tied(String clause, String test) {}

    /** @param checkout the folder that holds the rooms */
    static TiedTests under(Path checkout) {
        try (var rooms = Files.list(checkout.resolve("src"));
                var files = rooms.map(room -> room.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .flatMap(TiedTests::sources)) {
            return new TiedTests(files.flatMap(TiedTests::ofFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path tests) {
        try {
            return Files.walk(tests)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getParent().endsWith(TABLES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Tied> ofFile(Path file) {
        try {
            return of(file.getFileName().toString().replace(".java", ""), Files.readString(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what runs counts: a comment proves nothing, nor does a method that is no test or is switched off. */
    static List<Tied> of(String type, String source) {
        var tests = TEST.matcher(NO_CODE.matcher(source).replaceAll(""));
        return tests.results()
                .filter(test -> test.group(1).matches("(?s).*@(Test|ParameterizedTest|RepeatedTest)\\b.*"))
                .filter(test -> !test.group(1).contains("@Disabled"))
                .flatMap(test -> CLAUSE.matcher(test.group(1))
                        .results()
                        .flatMap(clause -> NUMBER.matcher(clause.group(1)).results())
                        .map(number -> new Tied(number.group(1), type + "." + test.group(2))))
                .toList();
    }
}
