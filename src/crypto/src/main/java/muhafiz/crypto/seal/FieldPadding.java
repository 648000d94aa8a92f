package muhafiz.crypto.seal;

import java.util.Arrays;
import muhafiz.crypto.IntegrityException;

/**
 * Hides the length of small values, whose true length is kept nowhere else: ISO/IEC 7816-4 padding (0x80, then zeros) to 64
 * bytes, above that to the Padmé length. So "female" and "male", or a short and a long name, look alike.
 */
final class FieldPadding {
    private static final int LEAST = 64;
    private static final byte MARK = (byte) 0x80;

    private FieldPadding() {}

    static byte[] pad(byte[] value) {
        long length = Math.max(LEAST, Padme.length(value.length + 1L));
        byte[] padded = Arrays.copyOf(value, Math.toIntExact(length));
        padded[value.length] = MARK;
        return padded;
    }

    static byte[] strip(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != MARK) {
            throw new IntegrityException("a sealed value is not padded as values are");
        }
        return Arrays.copyOf(padded, end);
    }
}
