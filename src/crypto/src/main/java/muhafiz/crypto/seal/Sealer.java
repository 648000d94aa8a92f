package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.CHUNK;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.keys.LeafKey;

/** Seals. The other half is {@link Opener}. */
public final class Sealer {
    private Sealer() {}

    /**
     * A small value (a field, a record of a few KiB) as one sealed message, padded so that its length says little.
     *
     * @param value at most 1 MiB; not kept, the caller wipes it
     */
    public static byte[] seal(LeafKey key, SealContext context, byte[] value) {
        return SealedValue.seal(key, context.encoded(), value);
    }

    /** The same as a store takes it; opened by {@link Opener#open}. */
    public static Ciphertext object(LeafKey key, SealContext context, byte[] value) {
        byte[] sealed = seal(key, context, value);
        return new Ciphertext(List.of(sealed), Primitives.sha256().digest(sealed));
    }

    /**
     * A document of any length in one pass: padded to its Padmé length, sealed, cut into segments, counted and hashed. Holds
     * one chunk of plaintext and the sealed chunks of one segment, which grow as bytes come; a segment is the sink's
     * before the next byte is read. Blocks as long as the stream does; both are used by the calling thread only.
     *
     * @param plaintext read to its end, not closed
     * @throws IOException of the stream or the sink; what was handed on until then is no message
     */
    public static Tally seal(LeafKey key, SealContext context, InputStream plaintext, SegmentSink sink)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        MessageDigest sha256 = Primitives.sha256();
        try (var segments = new Segmenter(key, context, sink)) {
            long length = 0;
            int size = fill(chunk, plaintext);
            while (size == CHUNK) {
                length += size;
                sha256.update(chunk);
                segments.chunk(chunk, CHUNK);
                size = fill(chunk, plaintext);
            }
            length += size;
            sha256.update(chunk, 0, size);
            pad(segments, chunk, size, Padme.length(length) - length);
            return segments.finish(length, sha256.digest());
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
    }

    /** Until the chunk is full or the stream says that it ends ({@code readNBytes} of some streams stops earlier). */
    private static int fill(byte[] chunk, InputStream plaintext) throws IOException {
        int size = 0;
        int more = plaintext.read(chunk, 0, CHUNK);
        while (more >= 0) {
            size += more;
            if (size == CHUNK) {
                return size;
            }
            more = plaintext.read(chunk, size, CHUNK - size);
        }
        return size;
    }

    /** Seals the last {@code size} bytes and the zeros after them; always ends with a chunk that is short. */
    private static void pad(Segmenter segments, byte[] chunk, int size, long zeros) throws IOException {
        Arrays.fill(chunk, size, CHUNK, (byte) 0);
        long rest = size + zeros;
        while (rest >= CHUNK) {
            segments.chunk(chunk, CHUNK);
            Arrays.fill(chunk, (byte) 0);
            rest -= CHUNK;
        }
        segments.chunk(chunk, (int) rest);
    }
}
