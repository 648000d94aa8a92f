package muhafiz.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Documents of 300 KiB that look like PDF at their head and like nothing after it; the same on every run. */
final class Papers {
    static final int BYTES = 300 * 1024;

    private static final long SEED = 20261122;

    private Papers() {}

    static byte[] paper(int number) {
        byte[] bytes = new byte[BYTES];
        new Random(SEED + number).nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
