package muhafiz.proof.tlog;

import java.nio.charset.StandardCharsets;

/**
 * Signs notes with Ed25519 (c2sp.org/signed-note, signature type 0x01: RFC 8032 over the text).
 *
 * <p>Safe for several threads; wiped by {@link #close()}.
 */
public final class NoteSigner implements AutoCloseable {
    private final VerifierKey key;
    private final Seed seed;

    /**
     * @param name of the key, for a log the origin of its checkpoints
     * @param seed 32 secret bytes, copied
     */
    public NoteSigner(String name, byte[] seed) {
        this.seed = new Seed(seed);
        this.key = new VerifierKey(name, VerifierKey.Kind.ED25519, this.seed.publicKey());
    }

    public VerifierKey key() {
        return key;
    }

    /** The signature of a note of this text. */
    public NoteSignature sign(String text) {
        return new NoteSignature(key.name(), key.keyId(), seed.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        seed.close();
    }
}
