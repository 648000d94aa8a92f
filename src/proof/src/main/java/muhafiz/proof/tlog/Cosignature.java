package muhafiz.proof.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a witness says of a checkpoint (c2sp.org/tlog-cosignature, Ed25519): as of a time, this is the largest consistent
 * tree it has seen of the log. In a {@link NoteSignature} it is
 *
 * <pre>
 * u64 timestamp (seconds since 1970, big-endian) || 64 bytes Ed25519 signature
 * </pre>
 *
 * <p>and what is signed is
 *
 * <pre>
 * cosignature/v1
 * time &lt;timestamp&gt;
 * &lt;text of the checkpoint&gt;
 * </pre>
 */
public final class Cosignature {
    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    private final long time;
    private final byte[] signature;

    private Cosignature(long time, byte[] signature) {
        this.time = time;
        this.signature = signature;
    }

    /** What stands in a signature line; empty when that is no cosignature. Nothing is verified. */
    public static Optional<Cosignature> of(NoteSignature line) {
        var bytes = ByteBuffer.wrap(line.signature());
        if (bytes.remaining() != LENGTH || bytes.getLong(0) < 0) {
            return Optional.empty();
        }
        long time = bytes.getLong();
        byte[] signature = new byte[Ed25519.SIGNATURE_LENGTH];
        bytes.get(signature);
        return Optional.of(new Cosignature(time, signature));
    }

    static Cosignature of(Seed seed, long time, String text) {
        return new Cosignature(time, seed.sign(message(time, text)));
    }

    private static byte[] message(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    boolean verifies(byte[] publicKey, String text) {
        return Ed25519.verifies(publicKey, message(time, text), signature);
    }

    /** When the witness says it signed, in whole seconds. */
    public Instant time() {
        return Instant.ofEpochSecond(Math.min(time, Instant.MAX.getEpochSecond()));
    }

    byte[] encoded() {
        return ByteBuffer.allocate(LENGTH).putLong(time).put(signature).array();
    }
}
