package muhafiz.domain.policy.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines {@code pattern | text} about places in the policy; the first that fits counts.
 *
 * @param all in the file's order
 */
record Rules(List<Rule> all) {

    record Rule(Pattern place, String text) {}

    /** @throws IllegalStateException where a line has no two cells */
    static Rules read(String name) {
        try (var file = Rules.class.getResourceAsStream("/muhafiz/domain/policy/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new Rules(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rules::rule)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(String line) {
        var cells = line.split(" \\| ", 2);
        if (cells.length != 2) {
            throw new IllegalStateException("no pattern and text: " + line);
        }
        return new Rule(Pattern.compile(cells[0].strip()), cells[1].strip());
    }

    Stream<Rule> of(String place) {
        return all.stream()
                .filter(rule -> rule.place().matcher(place).matches())
                .limit(1);
    }
}
