package muhafiz.domain.policy.mutation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muhafiz.domain.policy.Authority;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.Mark;
import muhafiz.domain.policy.Part;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Situation;
import muhafiz.domain.policy.Takes;

/** What a value is changed to: another of its own sort, so that the file stays as lawful as it can. */
record Words(List<List<String>> sorts) {
    private static final Pattern PERIOD = Pattern.compile("P(\\d+)([YMD])");

    static Words of(Policy policy) {
        var file = policy.file();
        var declared = Stream.of(
                        "record_classes",
                        "purposes",
                        "document_kinds",
                        "triggers",
                        "clocks",
                        "legal_bases",
                        "data_categories",
                        "tasks",
                        "application_states",
                        "origins",
                        "channels",
                        "requests")
                .map(section ->
                        List.copyOf(file.fields(section).orElseThrow().entries().keySet()));
        var listed = Stream.of("actions", "conditions", "class_sets")
                .map(list -> file.fields("vocabulary").orElseThrow().words(list));
        var ours = Stream.of(
                Stream.of(Mark.values()).map(Mark::word).toList(),
                Stream.of(Disposal.values()).map(Disposal::word).toList(),
                Stream.of(Takes.values()).map(Takes::word).toList(),
                Stream.of(Authority.values()).map(Authority::word).toList(),
                Stream.of(Situation.values()).map(Situation::word).toList(),
                List.of("administrative", "law_enforcement"),
                List.of("officer", "archive", "sweep"),
                groups(file));
        return new Words(Stream.of(Stream.of(policy.roles()), declared, listed, ours)
                .flatMap(all -> all)
                .toList());
    }

    private static List<String> groups(Part.Fields file) {
        return ((Part.Series) file.at("units").orElseThrow())
                .items().stream()
                        .flatMap(unit -> ((Part.Fields) unit).words("id").stream())
                        .toList();
    }

    /** Empty where nothing else of the sort can be thought of. */
    Optional<Object> another(String path, Object value) {
        if (value instanceof Boolean truth) {
            return Optional.of(!truth);
        }
        if (value instanceof Number number) {
            return Optional.of(number.longValue() + 1);
        }
        return value instanceof String text ? Optional.of(another(text)) : settled(path);
    }

    private String another(String text) {
        var period = PERIOD.matcher(text);
        if (period.matches()) {
            return "P" + (Integer.parseInt(period.group(1)) + 1) + period.group(2);
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return LocalDate.parse(text).plusDays(1).toString();
        }
        if (text.matches("\\d\\d-\\d\\d")) {
            return LocalDate.parse("2026-" + text).plusDays(1).toString().substring(5);
        }
        return next(text, List.of(text)).orElse(text + " x");
    }

    /** A further item for a list of words; none for lists of anything else. */
    Optional<String> oneMore(List<?> items) {
        var words = items.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (words.isEmpty() || words.size() < items.size()) {
            return Optional.empty();
        }
        return words.stream()
                .flatMap(word -> next(word, words).stream())
                .findFirst()
                .or(() -> Optional.of("x"));
    }

    private Optional<String> next(String word, Collection<String> taken) {
        return sorts.stream().filter(sort -> sort.contains(word)).findFirst().flatMap(sort -> {
            var from = sort.indexOf(word);
            return Stream.concat(sort.subList(from, sort.size()).stream(), sort.subList(0, from).stream())
                    .filter(other -> !taken.contains(other))
                    .findFirst();
        });
    }

    /** What was left open, settled. */
    private static Optional<Object> settled(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "act" -> Optional.of("MC");
            case "article" -> Optional.of("1");
            case "period", "default_floor" -> Optional.of("P1Y");
            case "default_ceiling" -> Optional.of("P99Y");
            case "count" -> Optional.of(2L);
            case "supersedes" -> Optional.of(0L);
            case "fee" -> Optional.of(Map.of("amount", 7L));
            case "decide_within" -> Optional.of(Map.of("working_days", 7L));
            case "address" -> Optional.of(Map.of("value", "Baku", "confirmed", true));
            default -> Optional.empty();
        };
    }
}
