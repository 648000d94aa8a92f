package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.regex.Pattern;
import muhafiz.crypto.Primitives;

/**
 * 32 secret random bytes, wiped when closed. What is sealed under a leaf is forgotten with it; page and epoch keys have
 * the same shape. The bytes leave only wrapped ({@link KeyWrap}) or derived. Safe for use by several threads.
 */
public final class LeafKey implements AutoCloseable {
    /** Length of a key in bytes. */
    public static final int LENGTH = 32;

    private static final String DERIVED_HERE = "muhafiz/";
    private static final Pattern LABEL = Pattern.compile("[\\x20-\\x7e]{1,200}");

    private final byte[] secret;
    private boolean closed;

    private LeafKey(byte[] secret) {
        this.secret = secret;
    }

    /** A new key from the system's randomness. */
    public static LeafKey fresh() {
        return new LeafKey(Primitives.random(LENGTH));
    }

    /**
     * The key with these bytes (test vectors, a secret that came unwrapped).
     *
     * @param raw exactly 32 bytes, uniformly random; copied, so the caller wipes its own
     */
    public static LeafKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new IllegalArgumentException("a key has " + LENGTH + " bytes, not " + raw.length);
        }
        return new LeafKey(raw.clone());
    }

    /**
     * A secret of its own for one use: HKDF-Expand (RFC 5869) with HMAC-SHA-512, info = {@code "muhafiz/" + label}.
     *
     * @param label printable ASCII, 1 to 200 characters; one label, one use
     * @param length 1 to 16,320 bytes
     */
    public byte[] derive(String label, int length) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("a label is 1 to 200 printable ASCII characters");
        }
        return expand((DERIVED_HERE + label).getBytes(US_ASCII), length);
    }

    /**
     * The same with the whole info, for formats whose info an outside specification fixes.
     *
     * @param length 1 to 16,320 bytes
     */
    public synchronized byte[] expand(byte[] info, int length) {
        return Hkdf.expand(living(), info, length);
    }

    /** The same key, with a life of its own. */
    public synchronized LeafKey copy() {
        return new LeafKey(living().clone());
    }

    /** Wipes the key; every later use is an IllegalStateException. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        Arrays.fill(secret, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "LeafKey[hidden]";
    }

    /** A copy of the bytes for a wrap; the caller wipes it. */
    synchronized byte[] exposed() {
        return living().clone();
    }

    private byte[] living() {
        if (closed) {
            throw new IllegalStateException("this key is closed");
        }
        return secret;
    }
}
