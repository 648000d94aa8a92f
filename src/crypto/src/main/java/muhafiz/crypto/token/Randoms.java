package muhafiz.crypto.token;

import java.util.UUID;
import muhafiz.crypto.Primitives;

/** The one source of randomness: the operating system's. Rules take ids and random bytes as arguments; this is where they come from. */
public final class Randoms {
    private Randoms() {}

    /** A random id (UUID version 4, 122 random bits): unguessable, says nothing. */
    public static UUID id() {
        return UUID.randomUUID();
    }

    /** @param length from 0 */
    public static byte[] bytes(int length) {
        return Primitives.random(length);
    }
}
