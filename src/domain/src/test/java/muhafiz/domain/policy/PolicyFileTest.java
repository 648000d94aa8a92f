package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AD-5 of requirements.md and more: what the archive cannot enforce, it refuses with the line. */
class PolicyFileTest {

    private static Stream<Broken> broken() {
        return Stream.of(BrokenIds.all(), BrokenRules.all(), BrokenOffers.all()).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    @Clause({"SCO-3", "STO-1", "STO-2"})
    void aBrokenFileIsRefusedWithTheLine(Broken broken) {
        var refused = catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(broken.yaml()));

        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(broken.says());
            assertThat(problem.line()).isEqualTo(broken.line());
        });
    }

    @Test
    void allProblemsAreToldAtOnceLowestLineFirst() {
        var yaml = ShippedPolicy.yaml()
                .replace("owner: MI", "owner: XX")
                .replace("attempts: 5", "attempts: five")
                .replace("clock: CLK-CAO", "clock: CLK-NO");

        var refused = catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(yaml));

        assertThat(refused.problems()).extracting(Problem::path).contains("record_classes.RC-MED.owner");
        assertThat(refused.problems()).extracting(Problem::path).contains("identity_check.lockout.attempts");
        assertThat(refused.problems()).extracting(Problem::path).contains("requests.COPY_PENALTY.clock");
        assertThat(refused.problems()).extracting(Problem::line).isSorted();
    }

    @Test
    void everyTopSectionIsNeeded() {
        var sections = ShippedPolicy.read().file().entries().keySet();

        assertThat(sections).hasSizeGreaterThan(30).allSatisfy(section -> {
            var without = ShippedPolicy.yaml().replaceFirst("(?m)^" + section + ":", "x_" + section + ":");
            var refused = catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(without));
            assertThat(refused.problems()).anyMatch(problem -> problem.message().equals(section + " is missing"));
            assertThat(refused.problems()).anyMatch(problem -> problem.message().equals("unknown key"));
        });
    }

    @Test
    void aSmallFileThatStandsForAHugeOneIsRefusedAtOnce() {
        var laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        var refused = catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(laughs.toString()));

        assertThat(refused.problems()).extracting(Problem::message).contains("aliases are not allowed");
    }

    @Test
    void aDeepFileIsRefusedNotClimbedInto() {
        var deep = "a: " + "[".repeat(200_000);

        var refused = catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(deep));

        assertThat(refused.problems()).extracting(Problem::message).contains("nested deeper than 24");
    }

    @Test
    void nothingIsNoPolicy() {
        for (var nothing : List.of("", "# a comment", "null", "- a\n- b", "meta", "\u0000", "a: [", ": :")) {
            assertThat(catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(nothing)))
                    .as(nothing)
                    .isNotNull();
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var latin = "what: s\u00e9jour".getBytes(StandardCharsets.ISO_8859_1);

        var refused = catchThrowableOfType(PolicyRefused.class, () -> PolicyFile.read(latin));

        assertThat(refused.problems()).extracting(Problem::message).containsExactly("the file is not UTF-8");
    }

    @Test
    void theFingerprintIsThatOfTheBytes() {
        var yaml = ShippedPolicy.yaml();

        var policy = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));

        assertThat(policy.sha256()).isEqualTo(ShippedPolicy.read().sha256()).matches("[0-9a-f]{64}");
        assertThat(PolicyFile.read(yaml + "\n").sha256()).isNotEqualTo(policy.sha256());
    }
}
