package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What changed from one version of the policy to another, entry by entry: a class, a purpose, a prohibition, a grant. Order, comments
 * and places in the file do not count. Pure.
 */
public final class PolicyDiff {
    /** They change with every version. */
    private static final Set<String> NUMBERING = Set.of("version", "supersedes");

    private PolicyDiff() {}

    /**
     * An entry that is not what it was.
     *
     * @param section of the file, such as {@code record_classes}
     * @param id what the entry is known by in it; a grant by its role, a section without entries by nothing
     * @param values those that differ; of what came or went, all
     */
    public record Change(String section, String id, Kind kind, List<Value> values) {
        public Change {
            values = List.copyOf(values);
        }
    }

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A value of an entry.
     *
     * @param path keys below the entry, joined by dots; empty where the entry is one value
     * @param before empty where there was none
     * @param after empty where there is none
     */
    public record Value(String path, Optional<String> before, Optional<String> after) {}

    /** In the order of the newer file; what went stands after what stayed of its section. */
    public static List<Change> between(Policy before, Policy after) {
        var changes = new ArrayList<Change>();
        for (var section : union(sections(after), sections(before))) {
            var old = entries(section, before);
            var now = entries(section, after);
            for (var key : union(now.keySet(), old.keySet())) {
                change(section, Optional.ofNullable(old.get(key)), Optional.ofNullable(now.get(key)))
                        .ifPresent(changes::add);
            }
        }
        return List.copyOf(changes);
    }

    private record Entry(String id, Part part) {}

    private static Set<String> sections(Policy policy) {
        return policy.file().entries().keySet();
    }

    private static Set<String> union(Collection<String> first, Collection<String> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    private static Map<String, Entry> entries(String section, Policy policy) {
        var entries = new LinkedHashMap<String, Entry>();
        var part = policy.file().at(section);
        if (part.isPresent() && part.get() instanceof Part.Fields fields) {
            fields.entries().forEach((key, value) -> entries.put(key, new Entry(key, value)));
        } else if (part.isPresent() && part.get() instanceof Part.Series series) {
            series.items().forEach(item -> entries.put(keyOf(item), new Entry(idOf(item), item)));
        } else {
            part.ifPresent(one -> entries.put("", new Entry("", one)));
        }
        if (section.equals("meta")) {
            entries.keySet().removeAll(NUMBERING);
        }
        return entries;
    }

    /** Entries of a list are the same when they have the same id, or where they have none, the same content. */
    private static String keyOf(Part item) {
        return own("id", item).orElseGet(() -> item.plain().toString());
    }

    private static String idOf(Part item) {
        return own("id", item).or(() -> own("role", item)).orElse("");
    }

    private static Optional<String> own(String key, Part item) {
        return Values.fields(item).flatMap(fields -> fields.at(key)).flatMap(Values::text);
    }

    private static Optional<Change> change(String section, Optional<Entry> before, Optional<Entry> after) {
        var old = before.map(entry -> flat(entry.part())).orElse(Map.of());
        var now = after.map(entry -> flat(entry.part())).orElse(Map.of());
        var values = union(now.keySet(), old.keySet()).stream()
                .filter(path -> !Objects.equals(old.get(path), now.get(path)))
                .map(path -> new Value(path, Optional.ofNullable(old.get(path)), Optional.ofNullable(now.get(path))))
                .toList();
        var id = after.or(() -> before).orElseThrow().id();
        var kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        return values.isEmpty() ? Optional.empty() : Optional.of(new Change(section, id, kind, values));
    }

    /** Every value with its path below the part; what was left open is no value. */
    private static Map<String, String> flat(Part part) {
        var values = new LinkedHashMap<String, String>();
        put(values, "", part);
        return values;
    }

    private static void put(Map<String, String> values, String path, Part part) {
        if (part instanceof Part.Fields fields) {
            fields.entries().forEach((key, value) -> put(values, path.isEmpty() ? key : path + "." + key, value));
        } else if (part instanceof Part.Series series
                && series.items().stream().anyMatch(item -> !(item instanceof Part.Text))) {
            for (int i = 0; i < series.items().size(); i++) {
                put(values, path + "[" + i + "]", series.items().get(i));
            }
        } else if (!(part instanceof Part.Blank)) {
            values.put(
                    path,
                    part instanceof Part.Series
                            ? String.join(", ", part.words())
                            : part.plain().toString());
        }
    }
}
