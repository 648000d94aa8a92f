package muhafiz.domain.policy.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muhafiz.domain.policy.Policy;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** Every file that differs from a policy in one place: a field or item taken out, an item more, a value changed. */
final class Variants {
    private final Words words;

    private Variants(Words words) {
        this.words = words;
    }

    static Stream<Mutant> of(Policy policy) {
        var dump = new Dump(DumpSettings.builder().build());
        return new Variants(Words.of(policy))
                .of(policy.file().plain(), "")
                .map(one -> new Mutant(one.path(), one.change(), dump.dumpToString(written(one.value()))));
    }

    private record Variant(String path, String change, Object value) {
        Variant within(Object whole) {
            return new Variant(path, change, whole);
        }
    }

    private Stream<Variant> of(Object value, String path) {
        if (value instanceof Map<?, ?> fields) {
            return fields.keySet().stream().flatMap(key -> field(fields, (String) key, path));
        }
        if (value instanceof List<?> items) {
            var each = IntStream.range(0, items.size()).boxed().flatMap(place -> item(items, place, path));
            return Stream.concat(each, oneMore(items, path));
        }
        return words.another(path, value).map(other -> new Variant(path, value + " became " + other, other)).stream();
    }

    private Stream<Variant> field(Map<?, ?> fields, String key, String path) {
        var at = path.isEmpty() ? key : path + "." + key;
        var without = new LinkedHashMap<Object, Object>(fields);
        without.remove(key);
        return Stream.concat(
                Stream.of(new Variant(at, "taken out", without)),
                of(fields.get(key), at).map(other -> {
                    var with = new LinkedHashMap<Object, Object>(fields);
                    with.put(key, other.value());
                    return other.within(with);
                }));
    }

    private Stream<Variant> item(List<?> items, int place, String path) {
        var at = path + "[" + place + "]";
        var without = new ArrayList<Object>(items);
        without.remove(place);
        return Stream.concat(
                Stream.of(new Variant(at, "taken out", without)),
                of(items.get(place), at).map(other -> {
                    var with = new ArrayList<Object>(items);
                    with.set(place, other.value());
                    return other.within(with);
                }));
    }

    private Stream<Variant> oneMore(List<?> items, String path) {
        return words
                .oneMore(items)
                .map(word -> {
                    var with = new ArrayList<Object>(items);
                    with.add(word);
                    return new Variant(path, "also " + word, with);
                })
                .stream();
    }

    /** As the writer of YAML wants it: null where the policy leaves something open. */
    @SuppressWarnings("NullAway")
    private static Object written(Object value) {
        if (value instanceof Map<?, ?> fields) {
            var map = new LinkedHashMap<Object, Object>();
            fields.forEach((key, field) -> map.put(key, written(field)));
            return map;
        }
        if (value instanceof List<?> items) {
            var list = new ArrayList<Object>();
            items.forEach(item -> list.add(written(item)));
            return list;
        }
        return value instanceof Optional<?> open ? open.orElse(null) : value;
    }
}
