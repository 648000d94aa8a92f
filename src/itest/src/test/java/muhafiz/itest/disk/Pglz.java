package muhafiz.itest.disk;

import java.util.Arrays;

/** Opens PostgreSQL's own compression (src/common/pg_lzcompress.c), as far as the input is whole. */
final class Pglz {
    private static final int SHORTEST_COPY = 3;
    private static final int LENGTH_FOLLOWS = 18;
    private static final int LONGEST_COPY = 273;
    private static final int SMALL = 4096;

    private final byte[] in;
    private final int end;
    private final int rawSize;
    private byte[] out;
    private int from;
    private int to;

    private Pglz(byte[] in, int from, int end, int rawSize) {
        this.in = in;
        this.from = from;
        this.end = end;
        this.rawSize = rawSize;
        this.out = new byte[Math.min(rawSize, SMALL)];
    }

    /**
     * What the bytes from {@code from} to {@code end} decompress to: all of it, or what stands before the first place
     * that pglz cannot have written.
     *
     * @param rawSize at most so many bytes come out
     */
    static byte[] open(byte[] in, int from, int end, int rawSize) {
        Pglz pglz = new Pglz(in, from, end, rawSize);
        while (pglz.step()) {
            // one control byte and its eight items at a time
        }
        return Arrays.copyOf(pglz.out, pglz.to);
    }

    private boolean step() {
        if (from >= end || to >= rawSize) {
            return false;
        }
        int control = in[from++];
        for (int item = 0; item < Byte.SIZE && from < end && to < rawSize; item++) {
            makeRoom();
            if ((control >> item & 1) == 0) {
                out[to++] = in[from++];
            } else if (!copy()) {
                return false;
            }
        }
        return true;
    }

    private void makeRoom() {
        if (out.length < rawSize && to + LONGEST_COPY > out.length) {
            out = Arrays.copyOf(out, Math.min(rawSize, 2 * out.length));
        }
    }

    private boolean copy() {
        if (from + 1 >= end) {
            return false;
        }
        int length = (in[from] & 0x0f) + SHORTEST_COPY;
        int distance = (in[from] & 0xf0) << 4 | in[from + 1] & 0xff;
        from += 2;
        if (length == LENGTH_FOLLOWS) {
            if (from >= end) {
                return false;
            }
            length += in[from++] & 0xff;
        }
        if (distance == 0 || distance > to) {
            return false;
        }
        for (int i = 0; i < length && to < rawSize; i++) {
            out[to] = out[to - distance];
            to++;
        }
        return true;
    }
}
