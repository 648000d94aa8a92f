package muhafiz.sandbox.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muhafiz.inspect.UnverifiedFindings;
import org.apache.tika.metadata.Metadata;

/** Cuts what a parser says to what the archive takes: counts, lengths, and characters that can be shown. */
final class Bounded {
    /** Of {@link UnverifiedFindings#ALL_CHARACTERS}, what is left for the archive's own terms. */
    private static final int FOR_TERMS = 14_000;
    /** Where Tika puts stack traces. */
    private static final String FAILURES = "X-TIKA:EXCEPTION";

    private Bounded() {}

    /** One value, safe and short; empty when nothing of it can be shown. */
    static String value(String text) {
        return cut(clean(text).strip(), UnverifiedFindings.VALUE_CHARACTERS);
    }

    /** Everything a parser said, in order of key, as much as fits. */
    static Map<String, List<String>> raw(Metadata metadata) {
        SortedMap<String, List<String>> raw = new TreeMap<>();
        int left = UnverifiedFindings.ALL_CHARACTERS - FOR_TERMS;
        for (String name : Stream.of(metadata.names()).sorted().toList()) {
            String key = cut(clean(name).strip(), UnverifiedFindings.KEY_CHARACTERS);
            List<String> values = values(metadata.getValues(name), left - key.length());
            boolean isTold = !key.isEmpty() && !key.startsWith(FAILURES) && !values.isEmpty();
            if (isTold && raw.size() < UnverifiedFindings.RAW_KEYS && raw.putIfAbsent(key, values) == null) {
                left -= key.length() + values.stream().mapToInt(String::length).sum();
            }
        }
        return raw;
    }

    private static List<String> values(String[] told, int room) {
        List<String> values = new ArrayList<>();
        int left = room;
        for (String each : told) {
            String value = value(each);
            if (value.length() > left || values.size() == UnverifiedFindings.VALUES_PER_KEY) {
                return values;
            }
            if (!value.isEmpty()) {
                values.add(value);
                left -= value.length();
            }
        }
        return values;
    }

    /** Control characters become spaces, and half of a character the replacement character. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), 4_096));
        text.codePoints()
                .limit(UnverifiedFindings.VALUE_CHARACTERS * 2L)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
