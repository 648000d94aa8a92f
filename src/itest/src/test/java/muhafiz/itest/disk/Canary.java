package muhafiz.itest.disk;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A value that exists nowhere but in this test.
 *
 * @param opening where it enters the archive
 * @param value the bytes to look for
 */
record Canary(String opening, byte[] value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A text of 20 letters and digits. */
    static Canary text(String opening) {
        byte[] chance = new byte[8];
        RANDOM.nextBytes(chance);
        return of(opening, "Qush" + HexFormat.of().formatHex(chance));
    }

    /** Digits only, for openings that take nothing else. */
    static Canary digits(String opening, int length) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < length) {
            digits.append(RANDOM.nextInt(10));
        }
        return of(opening, digits.toString());
    }

    /** Bytes that are no text. */
    static Canary bytes(String opening) {
        byte[] chance = new byte[24];
        RANDOM.nextBytes(chance);
        return new Canary(opening, chance);
    }

    static Canary of(String opening, String value) {
        return new Canary(opening, value.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    boolean isText() {
        return text().getBytes(StandardCharsets.UTF_8).length == value.length && !text().contains("\ufffd");
    }

    @Override
    public String toString() {
        return opening;
    }
}
