package muhafiz.itest.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muhafiz.itest.clause.TiedTests.Tied;
import muhafiz.stand.Checkout;
import org.junit.jupiter.api.Test;

/** Every sentence of the policy is proved by a test, or stands with its reason among those still to come. */
class PolicyCoverageTest {
    private final Map<String, String> clauses = lines("clauses.txt");
    private final Map<String, String> toCome = lines("clauses-to-come.txt");
    private final TiedTests tests = TiedTests.under(Checkout.find().root());

    @Test
    void everySentenceIsProvedOrStillToCome() {
        assertThat(clauses.keySet())
                .allSatisfy(clause -> assertThat(proved().contains(clause) || toCome.containsKey(clause))
                        .as("%s (%s) has no test", clause, clauses.get(clause))
                        .isTrue());
    }

    /** So the list can only shrink. */
    @Test
    void whatIsProvedIsNoLongerToCome() {
        assertThat(toCome.keySet()).doesNotContainAnyElementsOf(proved());
    }

    @Test
    void whatIsToComeIsASentenceAndHasAReason() {
        assertThat(clauses).hasSize(52).containsKeys(toCome.keySet().toArray(String[]::new));
        assertThat(toCome.values()).allMatch(reason -> reason.length() > 10);
    }

    @Test
    void noTestClaimsASentenceThatIsNone() {
        assertThat(tests.all())
                .allSatisfy(tied -> assertThat(clauses).as("%s", tied).containsKey(tied.clause()));
    }

    @Test
    void aTieCountsOnlyOnATestThatRuns() {
        var source = """
                @Test
                @Clause("STO-1")
                void runs() {}

                @Clause({"STO-2", "STO-3"})
                @ParameterizedTest(name = "{0} (again)")
                @CsvSource({"a, ')'"})
                void runsForEach(String row) {}

                @Test
                @Disabled
                @Clause("STO-4")
                void sleeps() {}

                @Clause("STO-5")
                void isNoTest() {}

                // @Test @Clause("STO-6") void isAComment() {}
                """;

        assertThat(TiedTests.of("Sample", source))
                .containsExactly(
                        new Tied("STO-1", "Sample.runs"),
                        new Tied("STO-2", "Sample.runsForEach"),
                        new Tied("STO-3", "Sample.runsForEach"));
    }

    private Set<String> proved() {
        return tests.all().stream().map(Tied::clause).collect(Collectors.toSet());
    }

    private static Map<String, String> lines(String name) {
        try (var file = PolicyCoverageTest.class.getResourceAsStream(name)) {
            var lines = new LinkedHashMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .forEach(cells -> lines.put(cells[0], cells[1]));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
