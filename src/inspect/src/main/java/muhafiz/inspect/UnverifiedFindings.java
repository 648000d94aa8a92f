package muhafiz.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a parser claims about a document. Nobody has checked it: the document's author may have written anything.
 * Bounded, so that it can be sealed and stored as it is.
 *
 * @param metadata the archive's own terms ({@link FieldTerm}), sorted by name; at most one value each
 * @param raw everything the parser said under its own keys, sorted by key
 * @param readers name and version of the parser, such as {@code Apache Tika 3.3.1}
 */
public record UnverifiedFindings(Map<String, String> metadata, Map<String, List<String>> raw, String readers) {
    /** Most keys of {@code raw}. */
    public static final int RAW_KEYS = 256;
    /** Longest key of {@code raw}, in characters. */
    public static final int KEY_CHARACTERS = 200;
    /** Most values under one key of {@code raw}. */
    public static final int VALUES_PER_KEY = 32;
    /** Longest value anywhere, in characters. */
    public static final int VALUE_CHARACTERS = 1_000;
    /** All keys and values together, in characters. */
    public static final int ALL_CHARACTERS = 64 * 1024;
    /** Longest {@code readers}, in characters. */
    public static final int READERS_CHARACTERS = 200;

    public UnverifiedFindings {
        metadata = sorted(metadata);
        raw = sortedLists(raw);
        metadata.forEach(UnverifiedFindings::checkTerm);
        raw.forEach(UnverifiedFindings::checkRaw);
        limit("keys of raw findings", raw.size(), RAW_KEYS);
        limit("characters of findings", characters(metadata, raw), ALL_CHARACTERS);
        text("readers", readers, READERS_CHARACTERS);
    }

    private static void checkTerm(String term, String value) {
        text("a value of metadata", value, VALUE_CHARACTERS);
        if (!FieldTerm.of(term).orElseThrow(UnverifiedFindings::unknown).allows(value)) {
            throw new IllegalArgumentException("value of metadata has the wrong shape");
        }
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("metadata holds a term that is not the archive's");
    }

    private static void checkRaw(String key, List<String> values) {
        text("a key of raw findings", key, KEY_CHARACTERS);
        limit("values under one key", values.size(), VALUES_PER_KEY);
        values.forEach(UnverifiedFindings::checkShown);
    }

    private static void text(String what, String text, int longest) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        limit("characters of " + what, text.length(), longest);
        checkShown(text);
    }

    /** No control characters and no half of a character: neither has a place in a row, a log or on a screen. */
    private static void checkShown(String text) {
        limit("characters of a value", text.length(), VALUE_CHARACTERS);
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("a finding holds a character that cannot be shown");
        }
    }

    private static void limit(String what, long found, long allowed) {
        if (found > allowed) {
            throw new IllegalArgumentException(found + " " + what + ", allowed are " + allowed);
        }
    }

    private static long characters(Map<String, String> metadata, Map<String, List<String>> raw) {
        long sum = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            sum += entry.getKey().length() + entry.getValue().length();
        }
        for (Map.Entry<String, List<String>> entry : raw.entrySet()) {
            sum += entry.getKey().length();
            sum += entry.getValue().stream().mapToLong(String::length).sum();
        }
        return sum;
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(map)));
    }

    private static Map<String, List<String>> sortedLists(Map<String, List<String>> map) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        map.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        return Collections.unmodifiableMap(new LinkedHashMap<>(copy));
    }

    /** Says how much was found, never what. */
    @Override
    public String toString() {
        return "UnverifiedFindings[" + metadata.size() + " terms, " + raw.size() + " raw keys]";
    }
}
