package muhafiz.proof.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), the one hash of the log's formats; every JDK must have it. */
public final class Sha256 {
    private Sha256() {}

    /** 32 bytes: the hash of all {@code parts}, one after the other. */
    public static byte[] of(byte[]... parts) {
        var digest = fresh();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The same of all that a stream gives, without keeping it. */
    public static byte[] of(InputStream in) throws IOException {
        var hashing = new DigestInputStream(in, fresh());
        hashing.transferTo(OutputStream.nullOutputStream());
        return hashing.getMessageDigest().digest();
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
