package muhafiz.domain.policy;

import java.time.Period;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the fields of one mapping and reports each that is missing, of the wrong type or never asked for.
 *
 * <p>A field that cannot be read answers a harmless stand-in, so that the next ones are checked too; {@link #made}
 * builds the value only if nothing was wrong, so no stand-in ever reaches a policy.
 */
final class FieldReader {
    private static final String TAIL = "unknown key without a value; a text with a comma needs quotes";

    private final Reading reading;
    private final Part.Fields fields;
    private final boolean isThere;
    private final Set<String> asked = new HashSet<>();
    private final int foundBefore;

    FieldReader(Reading reading, Part.Fields fields) {
        this(reading, fields, true);
    }

    private FieldReader(Reading reading, Part.Fields fields, boolean isThere) {
        this.reading = reading;
        this.fields = fields;
        this.isThere = isThere;
        this.foundBefore = reading.found();
    }

    /** The value, if all fields were readable and the value accepts them. */
    <T> Optional<T> made(Supplier<T> value) {
        fields.entries().forEach((key, part) -> {
            if (!asked.contains(key)) {
                reading.problem(part, part instanceof Part.Blank ? TAIL : "unknown key");
            }
        });
        if (!isThere || reading.found() > foundBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            reading.problem(fields, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Reading reading() {
        return reading;
    }

    Part.Fields fields() {
        return fields;
    }

    /** Reports at a field, or at the mapping when it has none such. */
    void problem(String key, String message) {
        reading.problem(fields.at(key).orElse(fields), message);
    }

    /** Whether the field is there and not left open. */
    boolean has(String key) {
        return fields.at(key).filter(part -> !(part instanceof Part.Blank)).isPresent();
    }

    /** Keys that are for people, or read elsewhere. */
    FieldReader also(String... keys) {
        asked.addAll(List.of(keys));
        return this;
    }

    String text(String key) {
        return require(key, maybeText(key), "");
    }

    Optional<String> maybeText(String key) {
        return maybe(key, "text", Values::text);
    }

    /** At least 0. */
    int whole(String key) {
        return require(key, maybeWhole(key), 1);
    }

    Optional<Integer> maybeWhole(String key) {
        return maybe(key, "a whole number from 0", Values::count);
    }

    /** A list of whole numbers; none when there is no such field. */
    List<Integer> wholes(String key) {
        return maybe(key, "a list of whole numbers", Values::counts).orElse(List.of());
    }

    boolean truth(String key) {
        return require(key, maybeTruth(key), false);
    }

    Optional<Boolean> maybeTruth(String key) {
        return maybe(key, "true or false", Values::truth);
    }

    Period period(String key) {
        return require(key, maybePeriod(key), Period.ZERO);
    }

    Optional<Period> maybePeriod(String key) {
        return maybe(key, "a period such as P3Y, P6M or P14D", Values::period);
    }

    /** One text or a list of texts. */
    List<String> texts(String key) {
        return require(key, maybe(key, "a list of texts", Values::words), List.of());
    }

    List<String> maybeTexts(String key) {
        return maybe(key, "a list of texts", Values::words).orElse(List.of());
    }

    String id(String key, Ids ids) {
        return require(key, maybeId(key, ids), "");
    }

    Optional<String> maybeId(String key, Ids ids) {
        return known(key, ids, maybeText(key).map(List::of).orElse(List.of())).stream()
                .findFirst();
    }

    List<String> ids(String key, Ids ids) {
        return known(key, ids, texts(key));
    }

    List<String> maybeIds(String key, Ids ids) {
        return known(key, ids, maybeTexts(key));
    }

    /** A word that a type of ours knows, such as a mark; the stand-in is never kept. */
    <T> T word(String key, String noun, Function<String, Optional<T>> known, T standIn) {
        return require(key, maybeWord(key, noun, known), standIn);
    }

    <T> Optional<T> maybeWord(String key, String noun, Function<String, Optional<T>> known) {
        return maybe(key, "a known " + noun, part -> Values.text(part).flatMap(known));
    }

    /** A field that has one meaning so far: any other word would ask for what the archive does not do. */
    void only(String key, String word) {
        var found = text(key);
        if (!found.isEmpty() && !found.equals(word)) {
            problem(key, "the archive knows only " + word + ", found " + found);
        }
    }

    /** Words that a type of ours knows, one or many; none when there is no such field. */
    <T> List<T> words(String key, String noun, Function<String, Optional<T>> known) {
        var words = maybeTexts(key);
        words.stream()
                .filter(word -> known.apply(word).isEmpty())
                .forEach(word -> reading.problem(place(key, word), "unknown " + noun + " " + word));
        return words.stream().flatMap(word -> known.apply(word).stream()).toList();
    }

    /** The mapping below a key; one that reports nothing more, after a problem, when it is missing. */
    FieldReader inner(String key) {
        var nothing = new Part.Fields(fields.line(), fields.path() + "." + key, Map.of());
        return require(key, maybeInner(key), new FieldReader(reading, nothing, false));
    }

    Optional<FieldReader> maybeInner(String key) {
        return maybe(key, "a mapping", Values::fields).map(inner -> new FieldReader(reading, inner));
    }

    /** Reads each mapping of a mapping of mappings, in the file's order. */
    <T> Map<String, T> each(String key, BiFunction<String, FieldReader, Optional<T>> read) {
        return inner(key).all(read);
    }

    /** Reads every field that nobody asked for yet as a mapping of its own. */
    <T> Map<String, T> all(BiFunction<String, FieldReader, Optional<T>> read) {
        var values = new LinkedHashMap<String, T>();
        for (var key : fields.entries().keySet()) {
            if (!asked.contains(key)) {
                read.apply(key, inner(key)).ifPresent(value -> values.put(key, value));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Reads each mapping of a list. */
    <T> List<T> list(String key, Function<FieldReader, Optional<T>> read) {
        var items = require(key, maybe(key, "a list of mappings", Values::list), List.<Part.Fields>of());
        return items.stream()
                .flatMap(item -> read.apply(new FieldReader(reading, item)).stream())
                .toList();
    }

    Footing footing() {
        return Footing.read(this);
    }

    private List<String> known(String key, Ids ids, List<String> named) {
        named.forEach(id -> reading.known(place(key, id), ids, id));
        return named;
    }

    /** Where a word of a field stands: its place in a list, or the field itself. */
    Part place(String key, String word) {
        var part = fields.at(key).orElse(fields);
        var items = part instanceof Part.Series series ? series.items() : List.<Part>of();
        return items.stream()
                .filter(item -> item.words().equals(List.of(word)))
                .findFirst()
                .orElse(part);
    }

    private <T> Optional<T> maybe(String key, String allowed, Function<Part, Optional<T>> read) {
        asked.add(key);
        if (!has(key)) {
            return Optional.empty();
        }
        var value = fields.at(key).flatMap(read);
        if (value.isEmpty()) {
            problem(key, "this is not " + allowed);
        }
        return value;
    }

    private <T> T require(String key, Optional<T> value, T standIn) {
        if (value.isEmpty() && isThere && !has(key)) {
            problem(key, key + " is missing");
        }
        return value.orElse(standIn);
    }
}
