package muhafiz.store;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of one object: {@code <version>/<part>/<segment>}. ASCII only, and unguessable by its random version id.
 *
 * @param version the document version the object is a piece of
 * @param part what of it: "original", "text", "page-1"…; a-z, 0-9 and inner dashes, at most 64 characters
 * @param segment from 0
 */
public record ObjectName(UUID version, String part, int segment) {
    private static final Pattern PART = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern WHOLE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([^/]+)/(0|[1-9][0-9]{0,8})");

    public ObjectName {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException(
                    "a part is 1 to 64 of a-z 0-9 - without outer dashes, had " + part.length() + " characters");
        }
        if (segment < 0 || segment > 999_999_999) {
            throw new IllegalArgumentException("a segment is 0 to 999999999, was " + segment);
        }
    }

    /** The object's name, if {@code text} is exactly what {@link #toString()} of one gives. */
    public static Optional<ObjectName> parse(String text) {
        var matcher = WHOLE.matcher(text);
        if (!matcher.matches() || !PART.matcher(matcher.group(2)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new ObjectName(
                UUID.fromString(matcher.group(1)), matcher.group(2), Integer.parseInt(matcher.group(3))));
    }

    @Override
    public String toString() {
        return version + "/" + part + "/" + segment;
    }
}
