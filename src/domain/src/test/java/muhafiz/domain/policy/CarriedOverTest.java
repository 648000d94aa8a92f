package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the owner's example lies beside the checkout, every value of it stands in the shipped policy; a list may have grown. */
class CarriedOverTest {
    private static final Path EXAMPLE = Path.of("..", "..", "..", "shared", "rules", "policy-example.yaml");

    @Test
    void everyValueOfTheExampleIsInTheShippedPolicy() throws IOException {
        assumeTrue(Files.exists(EXAMPLE));
        var problems = new ArrayList<Problem>();
        var example = YamlTree.read(Files.readString(EXAMPLE), problems).orElseThrow();

        var lost = lost(example, ShippedPolicy.read().file()).toList();

        assertThat(problems).isEmpty();
        // Two texts of the example lack quotes, so that YAML cuts them at their comma.
        assertThat(lost)
                .containsExactlyInAnyOrder(
                        "sources.seed003.what",
                        "sources.seed003.site builder page",
                        "sources.seed004.what",
                        "sources.seed004.updated 2022-07-06");
    }

    private static Stream<String> lost(Part example, Part ours) {
        if (example instanceof Part.Fields fields && ours instanceof Part.Fields others) {
            return fields.entries().entrySet().stream()
                    .flatMap(entry -> others.at(entry.getKey())
                            .map(other -> lost(entry.getValue(), other))
                            .orElseGet(() -> Stream.of(entry.getValue().path())));
        }
        if (example instanceof Part.Series series && ours instanceof Part.Series others) {
            return series.items().stream()
                    .filter(item -> others.items().stream()
                            .noneMatch(other -> lost(item, other).findAny().isEmpty()))
                    .map(Part::path);
        }
        return example.plain().equals(ours.plain()) ? Stream.empty() : Stream.of(example.path());
    }
}
