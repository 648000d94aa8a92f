package muhafiz.itest.disk;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A text that exists nowhere but in this test.
 *
 * @param opening where it enters the archive
 * @param text what to look for
 */
record Canary(String opening, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A text of 20 letters and digits. */
    static Canary text(String opening) {
        byte[] chance = new byte[8];
        RANDOM.nextBytes(chance);
        return of(opening, "Qush" + HexFormat.of().formatHex(chance));
    }

    static Canary of(String opening, String text) {
        return new Canary(opening, text);
    }

    @Override
    public String toString() {
        return opening;
    }
}
