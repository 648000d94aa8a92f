package muhafiz.crypto.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import muhafiz.crypto.keys.LeafKey;

/** Seals 300 MB, keeping nothing, and opens each segment of a repeating message as it would come from a store. */
final class SmallHeap {
    private static final long LENGTH = 300_000_000;

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        long[] counted = new long[1];
        try (LeafKey key = LeafKey.fresh()) {
            Sample sample = Sample.sealed(key, Sample.context("original"), 64 * 16_384 - 1);
            Tally tally = Sealer.seal(key, sample.context(), new Zeros(), (index, segment) -> {});
            while (counted[0] < tally.length()) {
                sample.opener()
                        .copy(0, Math.min(sample.plaintext().length, tally.length() - counted[0]), new Count(counted));
            }
        }
        System.out.println("sealed and opened " + counted[0] + " bytes");
    }

    private static final class Zeros extends InputStream {
        private long left = LENGTH;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int size = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + size, (byte) 0);
            left -= size;
            return size;
        }
    }

    private static final class Count extends OutputStream {
        private final long[] counted;

        Count(long[] counted) {
            this.counted = counted;
        }

        @Override
        public void write(int one) {
            counted[0]++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            counted[0] += length;
        }
    }
}
