package muhafiz.itest.load;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A PDF by its first line and otherwise chance, made as it is read: the same bytes for the same seed. One thread. */
final class GeneratedBody extends InputStream {
    private static final byte[] HEAD = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);

    private final Random random;
    private final byte[] piece = new byte[1 << 16];
    private long left;
    private int place = piece.length;

    GeneratedBody(long seed, long length) {
        this.random = new Random(seed);
        this.left = length;
        refill();
        System.arraycopy(HEAD, 0, piece, 0, HEAD.length);
    }

    private void refill() {
        random.nextBytes(piece);
        place = 0;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        if (place == piece.length) {
            refill();
        }
        int count = (int) Math.min(Math.min(length, piece.length - place), left);
        System.arraycopy(piece, place, buffer, offset, count);
        place += count;
        left -= count;
        return count;
    }
}
