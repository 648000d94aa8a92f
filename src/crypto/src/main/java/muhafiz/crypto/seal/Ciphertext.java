package muhafiz.crypto.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import muhafiz.crypto.Primitives;

/**
 * Sealed bytes in memory, at most one segment (about 1 MiB). Only the sealer makes one, so whatever takes nothing else,
 * such as a store, cannot be handed a plaintext. Immutable; may be read again for a retry, by any thread.
 */
public final class Ciphertext {
    private final List<byte[]> pieces;
    private final int length;
    private final byte[] sha256;

    /** @param pieces in order; not copied, and never changed again */
    Ciphertext(List<byte[]> pieces, byte[] sha256) {
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToInt(piece -> piece.length).sum();
        this.sha256 = sha256;
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    /** From the start, each time. */
    public InputStream stream() {
        var streams = pieces.stream().map(ByteArrayInputStream::new).toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    public void writeTo(OutputStream out) throws IOException {
        for (byte[] piece : pieces) {
            out.write(piece);
        }
    }

    /** SHA-256 of these bytes. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** MD5 of these bytes, computed at each call: for the Content-MD5 header of a transport only. */
    public byte[] md5() {
        MessageDigest md5 = Primitives.md5();
        pieces.forEach(md5::update);
        return md5.digest();
    }

    @Override
    public String toString() {
        return "Ciphertext[" + length + " bytes]";
    }
}
