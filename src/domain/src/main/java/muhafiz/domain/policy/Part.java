package muhafiz.domain.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of the policy file as it was read, with the line it stands on; the whole file is one {@link Fields}. */
public sealed interface Part {

    /** From 1; of a field, the line of its key. */
    int line();

    /** Keys from the top, joined by dots; list places in brackets. */
    String path();

    record Text(int line, String path, String value) implements Part {}

    record Whole(int line, String path, long value) implements Part {}

    record Truth(int line, String path, boolean value) implements Part {}

    /** A value left open: {@code null} in the file. */
    record Blank(int line, String path) implements Part {}

    record Series(int line, String path, List<Part> items) implements Part {
        public Series {
            items = List.copyOf(items);
        }
    }

    /** @param entries in the file's order */
    record Fields(int line, String path, Map<String, Part> entries) implements Part {

        public Optional<Part> at(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The fields below a key; empty when there is no such key or it holds something else. */
        public Optional<Fields> fields(String key) {
            return at(key).filter(Fields.class::isInstance).map(Fields.class::cast);
        }

        /** The words below a key, one or many; empty when there are none. */
        public List<String> words(String key) {
            return at(key).map(Part::words).orElse(List.of());
        }
    }

    /**
     * As plain values for writing out: a map in the file's order, a list, a text, a whole number or a truth; what was
     * left open is an empty {@link Optional}.
     */
    default Object plain() {
        if (this instanceof Fields fields) {
            var map = new LinkedHashMap<String, Object>();
            fields.entries().forEach((key, part) -> map.put(key, part.plain()));
            return Collections.unmodifiableMap(map);
        }
        if (this instanceof Series series) {
            return series.items().stream().map(Part::plain).toList();
        }
        return scalar();
    }

    private Object scalar() {
        if (this instanceof Text text) {
            return text.value();
        }
        if (this instanceof Whole whole) {
            return whole.value();
        }
        return this instanceof Truth truth ? truth.value() : Optional.empty();
    }

    /** The words of a text or of a list of texts; anything else has none. */
    default List<String> words() {
        if (this instanceof Text text) {
            return List.of(text.value());
        }
        if (this instanceof Series series) {
            return series.items().stream()
                    .filter(Text.class::isInstance)
                    .map(part -> ((Text) part).value())
                    .toList();
        }
        return List.of();
    }
}
