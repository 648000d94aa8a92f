package muhafiz.service.upload;

import java.security.MessageDigest;
import muhafiz.crypto.Primitives;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** What the sender says that a body hashes to (tus 1.0, checksum). */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Checksum(Algorithm algorithm, byte[] value) {
    /** The algorithms, by their names in the protocol. */
    public enum Algorithm {
        SHA1,
        SHA256;

        private MessageDigest digest() {
            return this == SHA1 ? Primitives.sha1() : Primitives.sha256();
        }
    }

    MessageDigest digest() {
        return algorithm.digest();
    }

    /** @throws RefusedException {@code checksum-mismatch} */
    void require(byte[] found) {
        if (!MessageDigest.isEqual(value, found)) {
            throw new RefusedException(
                    Refusal.CHECKSUM_MISMATCH, "the bytes received are not those of Upload-Checksum; send them again");
        }
    }
}
