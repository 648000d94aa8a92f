package muhafiz.proof.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import muhafiz.proof.tree.Sha256;

/**
 * What was received, as the log keeps it: not itself, but in a hash that says nothing without the nonce.
 *
 * @param document its id
 * @param kind the policy's code of its kind
 * @param size in bytes
 * @param sha256 of its bytes, 32 bytes
 * @param nonce 32 random bytes, sealed with the document and gone with it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ReceivedDocument(UUID document, String kind, long size, byte[] sha256, byte[] nonce) {
    private static final byte[] LABEL = "muhafiz received v1".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 32;

    public ReceivedDocument {
        if (size < 0 || sha256.length != LENGTH || nonce.length != LENGTH) {
            throw new IllegalArgumentException("a received document has a size, a hash and a nonce of 32 bytes each");
        }
        sha256 = sha256.clone();
        nonce = nonce.clone();
    }

    /**
     * What the entry holds as {@code received}:
     *
     * <pre>
     * SHA-256("muhafiz received v1" || nonce || id "\n" kind "\n" size "\n" || sha256)
     * </pre>
     */
    public byte[] commitment() {
        byte[] facts = (document + "\n" + kind + "\n" + size + "\n").getBytes(StandardCharsets.UTF_8);
        return Sha256.of(LABEL, nonce, facts, sha256);
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    /** Whether these are the bytes that were received. */
    public boolean is(byte[] content) {
        return content.length == size && Arrays.equals(Sha256.of(content), sha256);
    }
}
