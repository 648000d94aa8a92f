package muhafiz.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code Range} field asks of a representation (RFC 9110 §14). Several ranges at once are answered with the whole: the
 * standard lets a server ignore the field, no reader of ours needs multipart answers, and many small overlapping ranges are an
 * attack. So is every other unit, and whatever cannot be read.
 */
public sealed interface ByteRange {
    /** Everything: 200. */
    record Whole() implements ByteRange {}

    /** One part: 206. */
    record Part(long from, long toExclusive) implements ByteRange {
        public Part {
            if (from < 0 || toExclusive <= from) {
                throw new IllegalArgumentException("not a part: " + from + " to " + toExclusive);
            }
        }

        /** {@code Content-Range} (§14.4). */
        public String contentRange(long length) {
            return "bytes " + from + "-" + (toExclusive - 1) + "/" + length;
        }
    }

    /** Nothing that is there: 416. */
    record Unsatisfiable() implements ByteRange {}

    Pattern SPEC = Pattern.compile("([0-9]*)-([0-9]*)");

    /**
     * @param field the field's value; empty where there is none
     * @param length of the representation, in bytes
     */
    static ByteRange of(Optional<String> field, long length) {
        String value = field.orElse("").trim();
        if (!value.toLowerCase(Locale.ROOT).startsWith("bytes=")) {
            return new Whole();
        }
        List<String> specs = Arrays.stream(value.substring("bytes=".length()).split(",", -1))
                .map(String::trim)
                .filter(spec -> !spec.isEmpty())
                .toList();
        return specs.size() == 1 ? one(specs.get(0), length) : new Whole();
    }

    private static ByteRange one(String spec, long length) {
        Matcher match = SPEC.matcher(spec);
        if (!match.matches() || spec.equals("-")) {
            return new Whole();
        }
        if (match.group(1).isEmpty()) {
            return suffix(number(match.group(2)), length);
        }
        long first = number(match.group(1));
        long last = match.group(2).isEmpty() ? Long.MAX_VALUE : number(match.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1) + 1);
    }

    private static ByteRange suffix(long count, long length) {
        return count == 0 || length == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - count), length);
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
