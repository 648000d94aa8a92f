package muhafiz.api.http;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a random id out of a path. What is not one is an unknown thing, asked for with the same work and the same log entry. */
public final class RandomId {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The nil UUID (RFC 9562 §5.9): never given to anything. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private RandomId() {}

    public static UUID of(String text) {
        return ID.matcher(text).matches() ? UUID.fromString(text) : NOBODYS;
    }
}
