package muhafiz.crypto.token;

import java.util.Arrays;
import javax.crypto.Mac;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.keys.LeafKey;

/**
 * Equality without the value: the same key, space and value give the same 16 bytes, and without the key nobody can tell
 * or try which value it was. HMAC-SHA-256, cut to 128 bits, under a key derived for the space alone.
 */
public final class BlindToken {
    /** Length of a token in bytes. */
    public static final int LENGTH = 16;

    private static final int KEY = 32;

    private BlindToken() {}

    /**
     * @param space what kind of value it is ("pin", "email"); equal values in two spaces have unlike tokens
     * @param value already folded to its one spelling; not kept
     */
    public static byte[] of(LeafKey key, String space, byte[] value) {
        byte[] spaceKey = key.derive("blind/" + space, KEY);
        try {
            Mac mac = Primitives.hmacSha256(spaceKey);
            return Arrays.copyOf(mac.doFinal(value), LENGTH);
        } finally {
            Arrays.fill(spaceKey, (byte) 0);
        }
    }
}
