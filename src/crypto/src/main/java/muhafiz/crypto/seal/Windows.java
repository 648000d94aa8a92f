package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.HEADER;

import java.io.IOException;
import java.util.Arrays;
import muhafiz.crypto.IntegrityException;

/** Reads the sealed bytes of chunks, a window at a time: up to 32 chunks (512 KiB) of one segment. */
final class Windows {
    private static final int WINDOW = 32;

    private final SealedLength length;
    private final SegmentSource source;
    private byte[] header = {};

    Windows(SealedLength length, SegmentSource source) {
        this.length = length;
        this.source = source;
    }

    static boolean sameWindow(long chunk, long other) {
        return chunk / WINDOW == other / WINDOW;
    }

    /** The sealed chunks from {@code first} up to the window's border, but not beyond {@code last}. */
    Window read(long first, long last) throws IOException {
        long end = Math.min(last, first / WINDOW * WINDOW + WINDOW - 1);
        int segment = Math.toIntExact(first / SealedLength.SEGMENT_CHUNKS);
        int size = length.lengthOf(first, end);
        if (first > 0) {
            return new Window(first, end, exactly(segment, length.offsetInSegment(first), size), 0);
        }
        byte[] sealed = exactly(0, 0, HEADER + size);
        header = Arrays.copyOf(sealed, HEADER);
        return new Window(first, end, sealed, HEADER);
    }

    /** Salt and commitment; read once, or with the first chunk. */
    byte[] header() throws IOException {
        if (header.length == 0) {
            header = exactly(0, 0, HEADER);
        }
        return header;
    }

    private byte[] exactly(int segment, long offset, int size) throws IOException {
        byte[] sealed = source.read(segment, offset, size);
        if (sealed.length != size) {
            throw new IntegrityException(
                    "segment " + segment + " gave " + sealed.length + " bytes from " + offset + ", not " + size);
        }
        return sealed;
    }

    /** Sealed chunks {@code first} to {@code last}, the first of them at {@code offset}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Window(long first, long last, byte[] sealed, int offset) {
        int offsetOf(long chunk) {
            return offset + (int) (chunk - first) * Cobblestone.SEALED_CHUNK;
        }

        int lengthOf(long chunk) {
            return Math.min(Cobblestone.SEALED_CHUNK, sealed.length - offsetOf(chunk));
        }
    }
}
