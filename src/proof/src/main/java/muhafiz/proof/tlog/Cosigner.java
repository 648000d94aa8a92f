package muhafiz.proof.tlog;

import java.time.Instant;

/**
 * Cosigns checkpoints as a witness does (c2sp.org/tlog-cosignature, signature type 0x04). It signs whatever it is given:
 * to check that a log only grew is the caller's business.
 *
 * <p>Safe for several threads; wiped by {@link #close()}.
 */
public final class Cosigner implements AutoCloseable {
    private final VerifierKey key;
    private final Seed seed;

    /**
     * @param name of the witness
     * @param seed 32 secret bytes, copied; for nothing else than this witness, as the signed message does not name it
     */
    public Cosigner(String name, byte[] seed) {
        this.seed = new Seed(seed);
        this.key = new VerifierKey(name, VerifierKey.Kind.COSIGNATURE, this.seed.publicKey());
    }

    public VerifierKey key() {
        return key;
    }

    /** The cosignature of a checkpoint, as of {@code time} (1970 or later, in whole seconds). */
    public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        if (time.getEpochSecond() < 1) {
            throw new IllegalArgumentException("a cosignature has a time after 1970, was " + time);
        }
        byte[] signature =
                Cosignature.of(seed, time.getEpochSecond(), checkpoint.text()).encoded();
        return new NoteSignature(key.name(), key.keyId(), signature);
    }

    @Override
    public void close() {
        seed.close();
    }
}
