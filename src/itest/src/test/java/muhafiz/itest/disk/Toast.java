package muhafiz.itest.disk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds values that PostgreSQL compressed or cut into pieces (src/include/varatt.h, src/include/access/heaptoast.h), in
 * its tables and in its WAL, whether their rows still live or not.
 */
final class Toast {
    private static final int PIECE = 1996;
    private static final int HEADER = 4;
    private static final int SHORTEST = 16;
    private static final int LONGEST_IN_ROW = 8192;
    private static final int LARGEST_RAW = 16 << 20;

    /** Object ids below are PostgreSQL's own (FirstNormalObjectId). */
    private static final int FIRST_VALUE = 16_384;

    private final ByteBuffer page;
    private final byte[] bytes;
    private final int length;
    private final Consumer<byte[]> reader;
    private final Map<Integer, Map<Integer, byte[]>> pieces = new HashMap<>();

    private Toast(byte[] bytes, int length, Consumer<byte[]> reader) {
        this.bytes = bytes;
        this.length = length;
        this.page = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        this.reader = reader;
    }

    /**
     * Hands over every value found.
     *
     * @param step 4 in tables, where values are aligned; 1 in WAL, where they are not
     */
    static void in(byte[] bytes, int length, int step, Consumer<byte[]> reader) {
        Toast toast = new Toast(bytes, length, reader);
        for (int at = 0; at + 2 * HEADER <= length; at += step) {
            toast.look(at);
        }
        toast.pieces.values().forEach(toast::join);
    }

    private void look(int at) {
        int header = page.getInt(at);
        int size = header >>> 2;
        if (size < SHORTEST || size > LONGEST_IN_ROW || at + size > length) {
            return;
        }
        if ((header & 3) == 2) {
            rawSize(page.getInt(at + HEADER), size)
                    .ifPresent(raw -> reader.accept(Pglz.open(bytes, at + 2 * HEADER, at + size, raw)));
        } else if ((header & 3) == 0 && size <= PIECE + HEADER && at >= 2 * HEADER) {
            remember(page.getInt(at - 2 * HEADER), page.getInt(at - HEADER), at + HEADER, at + size);
        }
    }

    /** What the second word of a compressed value says; empty where it cannot be one. */
    private static Optional<Integer> rawSize(int word, int size) {
        boolean isPglz = word >>> 30 == 0;
        return isPglz && word > size - 2 * HEADER && word <= LARGEST_RAW ? Optional.of(word) : Optional.empty();
    }

    private void remember(int value, int number, int from, int end) {
        if (value >= FIRST_VALUE && number >= 0 && number <= LARGEST_RAW / PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, end);
            pieces.computeIfAbsent(value, id -> new HashMap<>()).putIfAbsent(number, piece);
        }
    }

    private void join(Map<Integer, byte[]> ofOneValue) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int number = 0; ofOneValue.containsKey(number); number++) {
            whole.writeBytes(ofOneValue.get(number));
        }
        byte[] stored = whole.toByteArray();
        if (stored.length < SHORTEST) {
            return;
        }
        reader.accept(stored);
        int word = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt();
        rawSize(word, stored.length + HEADER)
                .ifPresent(raw -> reader.accept(Pglz.open(stored, HEADER, stored.length, raw)));
    }
}
