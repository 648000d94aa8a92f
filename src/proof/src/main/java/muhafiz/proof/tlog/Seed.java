package muhafiz.proof.tlog;

import java.util.Arrays;

/** The secret half of an Ed25519 key, held until it is closed. */
final class Seed implements AutoCloseable {
    private final byte[] bytes;
    private volatile boolean closed;

    /** Copies {@code seed}, which must be 32 bytes. */
    Seed(byte[] seed) {
        if (seed.length != Ed25519.KEY_LENGTH) {
            throw new IllegalArgumentException("a seed is " + Ed25519.KEY_LENGTH + " bytes, was " + seed.length);
        }
        bytes = seed.clone();
    }

    byte[] publicKey() {
        return Ed25519.publicKey(bytes);
    }

    byte[] sign(byte[] message) {
        if (closed) {
            throw new IllegalStateException("this key was closed");
        }
        return Ed25519.sign(bytes, message);
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }
}
