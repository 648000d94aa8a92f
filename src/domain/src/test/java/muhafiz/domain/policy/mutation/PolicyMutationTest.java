package muhafiz.domain.policy.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.access.AccessDecisionsTest;
import muhafiz.domain.policy.PolicyTest;
import muhafiz.domain.policy.ShippedPolicy;
import muhafiz.domain.policy.table.PolicyTables;
import muhafiz.domain.retention.RetentionTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Changes every value of the shipped policy in turn. Each change is refused by the linter or fails a test of its
 * clause; what survives is explained in {@code mutation-survivors.txt}. Run by {@code ./mvnw -Pmutate}; takes minutes.
 */
@Tag("mutation")
class PolicyMutationTest {
    private final Rules clauses = Rules.read("mutation-clauses.txt");
    private final Rules explained = Rules.read("mutation-survivors.txt");
    private final Trial tables = new Trial(PolicyTables.ALL);
    private final Trial behaviour =
            new Trial(List.of(PolicyTest.class, RetentionTest.class, AccessDecisionsTest.class));
    private final Map<Fate, List<String>> fates = new TreeMap<>();
    private final Set<Rules.Rule> used = new HashSet<>();

    private enum Fate {
        REFUSED_BY_THE_LINTER,
        FAILED_A_TEST_OF_ITS_CLAUSE,
        EXPLAINED,
        SURVIVED
    }

    @Test
    void noChangeOfThePolicyGoesUnnoticed() {
        Variants.of(ShippedPolicy.read())
                .forEach(mutant -> fates.computeIfAbsent(fate(mutant), none -> new ArrayList<>())
                        .add(String.join(" ", clausesOf(mutant)) + " | " + mutant));

        System.out.println(report());

        assertThat(fates.getOrDefault(Fate.SURVIVED, List.of())).isEmpty();
        assertThat(explained.all())
                .as("explanations of what no longer survives")
                .allMatch(used::contains);
    }

    private Fate fate(Mutant mutant) {
        var read = Trial.read(mutant);
        if (read.isEmpty()) {
            return Fate.REFUSED_BY_THE_LINTER;
        }
        var ofTheClause = clausesOf(mutant);
        if (!isDisjoint(tables.failedClauses(read.get()), ofTheClause)) {
            return Fate.FAILED_A_TEST_OF_ITS_CLAUSE;
        }
        var reason = explained.of(mutant.toString()).toList();
        if (!reason.isEmpty()) {
            used.addAll(reason);
            return Fate.EXPLAINED;
        }
        return isDisjoint(behaviour.failedClauses(read.get()), ofTheClause)
                ? Fate.SURVIVED
                : Fate.FAILED_A_TEST_OF_ITS_CLAUSE;
    }

    private static boolean isDisjoint(Collection<String> some, Collection<String> others) {
        return some.stream().noneMatch(others::contains);
    }

    private List<String> clausesOf(Mutant mutant) {
        return clauses.of(mutant.path())
                .flatMap(rule -> Arrays.stream(rule.text().split(" ")))
                .toList();
    }

    /** How many met which fate, and the survivors by sentence. */
    private String report() {
        var counts = fates.entrySet().stream()
                .map(fate -> "%,7d %s"
                        .formatted(
                                fate.getValue().size(),
                                fate.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        var survivors = fates.getOrDefault(Fate.SURVIVED, List.of()).stream().sorted();
        return Stream.concat(counts, survivors).collect(Collectors.joining("\n"));
    }
}
