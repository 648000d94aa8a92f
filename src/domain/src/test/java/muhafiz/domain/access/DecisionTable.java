package muhafiz.domain.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Purpose;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.Situation;

/** Reads {@code decisions.txt}: every combination of the lists in a row is a question with the row's answer. */
record DecisionTable(Policy policy) {

    record Row(int line, AccessQuestion question, String answer) {}

    List<Row> rows() {
        try (var file = DecisionTable.class.getResourceAsStream("decisions.txt")) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            return Stream.iterate(0, line -> line < lines.length, line -> line + 1)
                    .filter(line -> !lines[line].isBlank() && !lines[line].startsWith("#"))
                    .flatMap(line -> rows(line + 1, lines[line]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Row> rows(int line, String text) {
        var cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != 7) {
            throw new IllegalStateException("line " + line + " has " + cells.size() + " cells");
        }
        return actors(cells.get(0))
                .flatMap(actor -> words(cells.get(1))
                        .flatMap(action -> items(cells.get(2))
                                .flatMap(item -> purposes(cells.get(3)).map(purpose -> {
                                    var question = AccessQuestion.of(
                                                    actor, Action.of(action).orElseThrow())
                                            .about(item)
                                            .given(conditions(cells.get(4)))
                                            .when(situations(cells.get(5)));
                                    return new Row(
                                            line,
                                            purpose.equals("-") ? question : question.forPurpose(purpose),
                                            cells.get(6));
                                }))));
    }

    private static Stream<Actor> actors(String cell) {
        var parts = cell.split(", ");
        var actors = words(parts[0]).map(Actor::of);
        return parts.length == 1 ? actors : actors.map(actor -> new Actor(actor.roles(), Optional.of(parts[1])));
    }

    private Stream<Item> items(String cell) {
        if (cell.equals("-")) {
            return Stream.of(Item.none());
        }
        return cell.equals("*")
                ? policy.recordClasses().stream().map(RecordClass::id).map(Item::of)
                : words(cell).map(DecisionTable::item);
    }

    private static Item item(String word) {
        if (word.startsWith("own:")) {
            return Item.of(word.substring(4)).own();
        }
        var parts = word.split("/");
        return parts.length == 1 ? Item.of(word) : Item.of(parts[0], parts[1]);
    }

    private Stream<String> purposes(String cell) {
        return cell.equals("*") ? policy.purposes().stream().map(Purpose::id) : words(cell);
    }

    private static Condition[] conditions(String cell) {
        if (cell.equals("*")) {
            return Condition.values();
        }
        return words(cell)
                .filter(word -> !word.equals("-"))
                .map(word -> Condition.of(word).orElseThrow())
                .toArray(Condition[]::new);
    }

    private static Situation[] situations(String cell) {
        return words(cell).map(word -> Situation.of(word).orElseThrow()).toArray(Situation[]::new);
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
