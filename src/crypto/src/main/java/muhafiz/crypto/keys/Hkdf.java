package muhafiz.crypto.keys;

import java.util.Arrays;
import javax.crypto.Mac;
import muhafiz.crypto.Primitives;

/** HKDF-Expand of RFC 5869 with HMAC-SHA-512; our keys are uniformly random, so Extract is not needed (§3.3). */
final class Hkdf {
    private static final int BLOCK = 64;
    private static final int MOST = 255 * BLOCK;

    private Hkdf() {}

    static byte[] expand(byte[] key, byte[] info, int length) {
        if (length < 1 || length > MOST) {
            throw new IllegalArgumentException("HKDF-SHA-512 gives 1 to " + MOST + " bytes, not " + length);
        }
        Mac mac = Primitives.hmacSha512(key);
        byte[] answer = new byte[length];
        byte[] block = new byte[0];
        for (int at = 0, counter = 1; at < length; at += BLOCK, counter++) {
            block = next(mac, block, info, counter);
            System.arraycopy(block, 0, answer, at, Math.min(BLOCK, length - at));
        }
        Arrays.fill(block, (byte) 0);
        return answer;
    }

    private static byte[] next(Mac mac, byte[] before, byte[] info, int counter) {
        mac.update(before);
        mac.update(info);
        mac.update((byte) counter);
        Arrays.fill(before, (byte) 0);
        return mac.doFinal();
    }
}
