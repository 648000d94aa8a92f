package muhafiz.crypto.token;

import java.util.Arrays;
import muhafiz.crypto.IntegrityException;

/**
 * The code that an applicant is shown once, such as {@code 7K2M-0XQ4-9GTB}: 60 random bits in Crockford's base 32, which
 * has no I, L, O, U. Kept only as its Argon2id hash. Each hash and each check takes 19 MiB of heap for its
 * duration: the caller bounds how many run at once.
 */
public final class AccessCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int MOST_TYPED = 64;
    private static final byte WRONG = '?';

    private AccessCode() {}

    /** A new code: 12 characters in three groups with dashes. */
    public static String fresh() {
        var code = new StringBuilder();
        for (byte random : Randoms.bytes(LENGTH)) {
            if (code.length() % (GROUP + 1) == GROUP) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random & 31));
        }
        return code.toString();
    }

    /** The Argon2id hash of the code in PHC format, with a salt of its own. */
    public static String hash(char[] code) {
        byte[] plain = plain(code);
        if (plain.length != LENGTH || holdsWrong(plain)) {
            throw new IllegalArgumentException("an access code has " + LENGTH + " characters of its alphabet");
        }
        try {
            return Argon2id.hash(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * Whether this is the code that was hashed, however it was typed: case, dashes and spaces do not matter, O is 0, I and L are 1.
     *
     * @throws IntegrityException when the stored hash is no such hash
     */
    public static boolean matches(char[] code, String phc) {
        byte[] plain = plain(code);
        try {
            return Argon2id.matches(plain, phc);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The one spelling; what is no code stays something that matches nothing. */
    private static byte[] plain(char[] typed) {
        byte[] plain = new byte[LENGTH + 1];
        int length = 0;
        for (int i = 0; i < typed.length && i < MOST_TYPED && length < plain.length; i++) {
            if (typed[i] != '-' && typed[i] != ' ') {
                plain[length++] = canonical(typed[i]);
            }
        }
        byte[] answer = Arrays.copyOf(plain, length);
        Arrays.fill(plain, (byte) 0);
        return answer;
    }

    private static byte canonical(char typed) {
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> ALPHABET.indexOf(upper) < 0 ? WRONG : (byte) upper;
        };
    }

    private static boolean holdsWrong(byte[] plain) {
        for (byte character : plain) {
            if (character == WRONG) {
                return true;
            }
        }
        return false;
    }
}
