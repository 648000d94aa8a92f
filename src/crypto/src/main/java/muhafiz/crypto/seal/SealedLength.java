package muhafiz.crypto.seal;

import static muhafiz.crypto.seal.Cobblestone.CHUNK;
import static muhafiz.crypto.seal.Cobblestone.HEADER;
import static muhafiz.crypto.seal.Cobblestone.SEALED_CHUNK;
import static muhafiz.crypto.seal.Cobblestone.TAG;

import muhafiz.crypto.IntegrityException;

/**
 * The length of a whole sealed message in bytes, and what follows from it: its chunks, and the segments it is kept in.
 * Not every number is one: a message ends with a chunk that is shorter than the others.
 */
public record SealedLength(long bytes) {
    /** Chunks in every segment but the last. */
    public static final int SEGMENT_CHUNKS = 64;

    private static final int SEGMENT = SEGMENT_CHUNKS * SEALED_CHUNK;
    private static final long MOST = HEADER + (long) Integer.MAX_VALUE * SEGMENT;

    public SealedLength {
        if (bytes < HEADER + TAG || bytes > MOST || (bytes - HEADER) % SEALED_CHUNK < TAG) {
            throw new IntegrityException("no sealed message is " + bytes + " bytes long");
        }
    }

    /** Of the sealed form of this plaintext: padded to its Padmé length, then cut into chunks. */
    public static SealedLength ofPlaintext(long trueLength) {
        return ofPadded(Padme.length(trueLength));
    }

    static SealedLength ofPadded(long length) {
        return new SealedLength(HEADER + length + (length / CHUNK + 1) * TAG);
    }

    /** Whether a segment of so many bytes can be nothing but a message's last: it alone ends with a shorter chunk. */
    public static boolean isOfLast(int segment, long length) {
        return length < (segment == 0 ? HEADER : 0) + SEGMENT;
    }

    public long chunks() {
        return (bytes - HEADER) / SEALED_CHUNK + 1;
    }

    /** Of the padded plaintext. */
    long padded() {
        return bytes - HEADER - chunks() * TAG;
    }

    /** How many segments, numbered from 0, hold the message; at least 1. */
    public int segments() {
        return (int) ((chunks() - 1) / SEGMENT_CHUNKS) + 1;
    }

    /** Length of one segment in bytes. */
    public int segmentLength(int segment) {
        if (segment < 0 || segment >= segments()) {
            throw new IllegalArgumentException("segment " + segment + " of " + segments());
        }
        long start = segment == 0 ? 0 : HEADER + (long) segment * SEGMENT;
        return (int) Math.min(bytes - start, (segment == 0 ? HEADER : 0) + SEGMENT);
    }

    /** Where a chunk begins in its segment. */
    int offsetInSegment(long chunk) {
        int inSegment = (int) (chunk % SEGMENT_CHUNKS) * SEALED_CHUNK;
        return chunk < SEGMENT_CHUNKS ? HEADER + inSegment : inSegment;
    }

    /** Sealed bytes of the chunks from {@code first} to {@code last}, both included. */
    int lengthOf(long first, long last) {
        long end = Math.min(bytes, HEADER + (last + 1) * SEALED_CHUNK);
        return Math.toIntExact(end - (HEADER + first * SEALED_CHUNK));
    }
}
