package muhafiz.proof.tlog;

import java.util.Base64;

/** Standard Base 64 (RFC 4648 §4) in its one form: padded, no stray bits, no line breaks. */
final class StrictBase64 {
    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@code what} names the field in the message of the IllegalArgumentException. */
    static byte[] decode(String what, String text) {
        byte[] bytes = lenient(what, text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException(what + " is not in the one Base 64 form of its bytes");
        }
        return bytes;
    }

    private static byte[] lenient(String what, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " is not Base 64", e);
        }
    }
}
