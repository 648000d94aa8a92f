package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code config/policy.schema.json}, for editors: the shape of a policy, judged by another implementation. */
class PolicySchemaTest {
    private static final String TEXT = load(Path.of("..", "..", "config", "policy.schema.json"));
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    /** What no schema can know: ids that must be declared, dates that must add up, bounds, circles, who can be found. */
    private static final Set<String> BEYOND_SHAPE = Set.of(
            "a service of an unknown class",
            "a checklist with an unknown kind",
            "a class with an unknown purpose",
            "a grant to an unknown role",
            "a class of an unknown unit",
            "a value from an undeclared source",
            "a class that starts on an unknown trigger",
            "a request under an unknown clock",
            "a notice without a template",
            "a channel of an unknown origin",
            "an id in running text that nothing declares",
            "a purpose for an unknown task",
            "a third party's word passed off as sourced",
            "a value said to be sourced that names no source",
            "a version that follows itself",
            "a class on a law that is none",
            "a floor above the ceiling",
            "a period beyond its ceiling",
            "a period below its floor",
            "personal data kept for ever",
            "an open period of something that is not kept",
            "consent needed, law named",
            "states that never end",
            "an administrator who reads",
            "a grant on records for no purpose",
            "a compartment left open",
            "a disclosure approved by one who may not",
            "a prohibition of nothing in particular",
            "an overlay that never ends",
            "a row of the table that counts nothing",
            "a trigger that starts no period",
            "a purpose that nobody may act for",
            "an action that nobody may take",
            "a condition that no grant asks for",
            "a source that nothing rests on",
            "two e-services of one id",
            "fees that are the same as each other in a circle",
            "a free service that asks for a receipt",
            "a kind required and optional at once",
            "paying more that buys more waiting",
            "working days that do not add up",
            "a day off that no holiday gives",
            "a year that is loaded twice",
            "an example that does not compute",
            "an anchor");

    private static Stream<Broken> misshapen() {
        return Stream.of(BrokenIds.all(), BrokenRules.all(), BrokenOffers.all())
                .flatMap(all -> all)
                .filter(broken -> !BEYOND_SHAPE.contains(broken.title()))
                .filter(broken -> !YAML.contains(broken.title()));
    }

    /** Broken before there is any shape. */
    private static final Set<String> YAML = Set.of("a key twice", "a tag", "a bracket left open", "a second document");

    @Test
    void theShippedPolicyHasTheShape() {
        assertThat(SCHEMA.validate(ShippedPolicy.yaml(), InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misshapen")
    void aFileOfAnotherShapeIsSeen(Broken broken) {
        assertThat(SCHEMA.validate(broken.yaml(), InputFormat.YAML)).isNotEmpty();
    }

    /** So that neither list hides a file that does not exist any more, and the schema sees what it can. */
    @Test
    void everyBrokenFileIsOfOneSort() {
        var all = Stream.of(BrokenIds.all(), BrokenRules.all(), BrokenOffers.all())
                .flatMap(broken -> broken)
                .collect(Collectors.toMap(Broken::title, broken -> broken));

        assertThat(all).hasSizeGreaterThan(60).containsKeys(BEYOND_SHAPE.toArray(String[]::new));
        assertThat(BEYOND_SHAPE.stream().map(all::get))
                .allSatisfy(broken -> assertThat(SCHEMA.validate(broken.yaml(), InputFormat.YAML))
                        .as(broken.title())
                        .isEmpty());
    }

    @Test
    void theSchemaKnowsTheWordsTheArchiveKnows() {
        assertThat(words("grantedAction"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Action.values())
                        .filter(action -> !action.isTheArchivesOwn())
                        .map(Action::word)
                        .toList());
        assertThat(words("prohibitedAction"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Action.values()).map(Action::word).toList());
        assertThat(words("condition"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Condition.values()).map(Condition::word).toList());
        assertThat(words("situation"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Situation.values()).map(Situation::word).toList());
        assertThat(words("takes"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Takes.values()).map(Takes::word).toList());
        assertThat(words("mark"))
                .containsExactlyElementsOf(
                        Stream.of(Mark.values()).map(Mark::word).toList());
    }

    /** JSON is YAML; the reader of the policy reads the schema too. */
    private static List<String> words(String definition) {
        return YamlTree.read(TEXT, new ArrayList<>())
                .flatMap(schema -> schema.fields("$defs"))
                .flatMap(all -> all.fields(definition))
                .orElseThrow()
                .words("enum");
    }

    private static String load(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
