package muhafiz.crypto.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.keys.LeafKey;

/** Seals chunk after chunk and hands on each full segment. Holds only the chunks of the segment being filled. */
final class Segmenter implements AutoCloseable {
    private final Cobblestone message;
    private final SegmentSink sink;
    private final MessageDigest whole = Primitives.sha256();
    private final MessageDigest single = Primitives.sha256();
    private final List<byte[]> pieces = new ArrayList<>();
    private long chunks;
    private long length;
    private int segment;

    Segmenter(LeafKey key, SealContext context, SegmentSink sink) {
        this.message = Cobblestone.sealing(key, context.encoded(), Primitives.random(Cobblestone.SALT));
        this.sink = sink;
        add(message.header());
    }

    /** Seals the first {@code size} bytes as the next chunk; a short one is the last, and stays for {@link #finish}. */
    void chunk(byte[] plaintext, int size) throws IOException {
        add(message.seal(chunks++, plaintext, size));
        if (size == Cobblestone.CHUNK && chunks % SealedLength.SEGMENT_CHUNKS == 0) {
            emit();
        }
    }

    /** Hands on the last segment; the last chunk was the short one. */
    Tally finish(long trueLength, byte[] trueSha256) throws IOException {
        byte[] sealedSha256 = whole.digest();
        var last = new Ciphertext(pieces, segment == 0 ? sealedSha256 : single.digest());
        pieces.clear();
        var tally = new Tally(trueLength, trueSha256, length, sealedSha256, segment + 1);
        sink.last(segment, last, tally);
        return tally;
    }

    @Override
    public void close() {
        message.close();
    }

    private void add(byte[] piece) {
        pieces.add(piece);
        length += piece.length;
        whole.update(piece);
        if (segment > 0) {
            single.update(piece);
        }
    }

    private void emit() throws IOException {
        var sealed = new Ciphertext(pieces, segment == 0 ? soFar() : single.digest());
        pieces.clear();
        sink.accept(segment, sealed);
        segment = Math.incrementExact(segment);
    }

    /** The first segment's hash is the whole's until there: most documents are hashed once. */
    private byte[] soFar() {
        try {
            return ((MessageDigest) whole.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be copied", e);
        }
    }
}
