package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.CHUNK;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;

/**
 * Opens what {@link Sealer} sealed, from any byte to any byte. The commitment is checked before anything else, a chunk is
 * released only after its tag, and whoever reads up to the end has had the message's last chunk opened too. An opener
 * uses the key at each call and never closes it; for one thread at a time. Exceptions of the source pass through.
 */
public final class Opener {
    private final LeafKey key;
    private final SealContext context;
    private final long trueLength;
    private final long lastChunk;
    private final Windows windows;

    /**
     * @param trueLength of the plaintext in bytes, from where it was sealed
     * @param sealedLength of the whole message in bytes
     * @throws IntegrityException when a plaintext of that length has another sealed length: the message was cut or swapped
     */
    public Opener(LeafKey key, SealContext context, long trueLength, long sealedLength, SegmentSource source) {
        var length = new SealedLength(sealedLength);
        if (!length.equals(SealedLength.ofPlaintext(trueLength))) {
            throw new IntegrityException(context + " has " + sealedLength + " sealed bytes, which is not its length");
        }
        this.key = key;
        this.context = context;
        this.trueLength = trueLength;
        this.lastChunk = length.chunks() - 1;
        this.windows = new Windows(length, source);
    }

    /**
     * A small value sealed by {@link Sealer#seal(LeafKey, SealContext, byte[])}; the caller wipes it.
     *
     * @throws IntegrityException when it was changed, or sealed under another key or for another context
     */
    public static byte[] open(LeafKey key, SealContext context, byte[] sealed) {
        return SealedValue.open(key, context.encoded(), sealed);
    }

    /**
     * Writes the plaintext bytes from {@code from} up to but without {@code toExclusive}, chunk by chunk.
     *
     * @throws IntegrityException at the first chunk that was changed; what was written before it is genuine
     */
    public void copy(long from, long toExclusive, OutputStream out) throws IOException {
        if (from < 0 || from > toExclusive || toExclusive > trueLength) {
            throw new IllegalArgumentException(
                    "bytes " + from + " to " + toExclusive + " of a plaintext of " + trueLength);
        }
        long last = Math.max(from, toExclusive - 1) / CHUNK;
        if (toExclusive < trueLength) {
            copyChunks(last, from, toExclusive, out);
        } else if (Windows.sameWindow(last, lastChunk)) {
            copyChunks(lastChunk, from, toExclusive, out);
        } else {
            openLastChunk();
            copyChunks(last, from, toExclusive, out);
        }
    }

    /** The whole plaintext as a stream, opened chunk by chunk; closing it wipes what it holds. */
    public InputStream stream() throws IOException {
        return new OpenStream(chunks(0, lastChunk), trueLength);
    }

    /** Opens every chunk and gives away no byte: all tags hold, and nothing but zeros follows the plaintext. */
    public void verify() throws IOException {
        try (var chunks = chunks(0, lastChunk)) {
            while (chunks.advance()) {
                requireZeros(chunks);
            }
        }
    }

    private void copyChunks(long last, long from, long toExclusive, OutputStream out) throws IOException {
        try (var chunks = chunks(from / CHUNK, last)) {
            while (chunks.advance()) {
                int start = (int) Math.max(0, from - chunks.position());
                int end = (int) Math.min(chunks.size(), toExclusive - chunks.position());
                if (start < end) {
                    out.write(chunks.plaintext(), start, end - start);
                }
            }
        }
    }

    private void openLastChunk() throws IOException {
        try (var chunks = chunks(lastChunk, lastChunk)) {
            chunks.advance();
        }
    }

    private OpenChunks chunks(long first, long last) throws IOException {
        return new OpenChunks(key, context, windows, first, last);
    }

    private void requireZeros(OpenChunks chunks) {
        int padding = (int) Math.max(0, Math.min(chunks.size(), trueLength - chunks.position()));
        for (int i = padding; i < chunks.size(); i++) {
            if (chunks.plaintext()[i] != 0) {
                throw new IntegrityException(context + " has bytes after its true length");
            }
        }
    }
}
