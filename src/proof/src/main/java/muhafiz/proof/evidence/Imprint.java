package muhafiz.proof.evidence;

import java.security.MessageDigest;
import java.util.HexFormat;

/** What a time stamp is asked for and given over (RFC 3161 §2.4.1, MessageImprint): a hash and its name. */
@SuppressWarnings("ArrayRecordComponent") // compared by its own equals
public record Imprint(EvidenceHash hash, byte[] digest) {
    public Imprint {
        if (digest.length != hash.length()) {
            throw new IllegalArgumentException(hash.code() + " has " + hash.length() + " bytes, not " + digest.length);
        }
        digest = digest.clone();
    }

    /** The imprint of these bytes. */
    public static Imprint of(EvidenceHash hash, byte[] bytes) {
        return new Imprint(hash, hash.of(bytes));
    }

    @Override
    public byte[] digest() {
        return digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Imprint imprint
                && imprint.hash == hash
                && MessageDigest.isEqual(imprint.digest, digest);
    }

    @Override
    public int hashCode() {
        return digest[0];
    }

    @Override
    public String toString() {
        return hash.code() + ":" + HexFormat.of().formatHex(digest);
    }
}
