package muhafiz.service.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a leaf: that it was forgotten.
 *
 * @param order the destruction it was forgotten by
 * @param epoch the rotation in which it was: when that epoch's root and all older ones are gone, nobody can read what it sealed
 */
public record Tombstone(UUID leaf, UUID order, long epoch, Instant destroyedAt) {
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern LINE = Pattern.compile(ID + " " + ID + " ([1-9][0-9]{0,17}) ([0-9TZ:.-]{20,30})");

    /** One line of ASCII: leaf, order, epoch, instant. */
    public String line() {
        return leaf + " " + order + " " + epoch + " " + destroyedAt;
    }

    /** The tombstone of which this is the {@link #line()}; empty where it is none. */
    public static Optional<Tombstone> parse(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches()
                ? Optional.of(new Tombstone(
                        UUID.fromString(found.group(1)),
                        UUID.fromString(found.group(2)),
                        Long.parseLong(found.group(3)),
                        Instant.parse(found.group(4))))
                : Optional.empty();
    }
}
