package muhafiz.domain.casefile;

import java.util.Optional;

/**
 * The number a person is given for their case: eleven random digits and a check digit, shown as {@code 8471-0264-9316}.
 *
 * <p>The check digit is Damm's (H. M. Damm, 2004): it finds every single wrong digit and every swap of neighbours. The number
 * says nothing about the case, its order or its date.
 *
 * @param digits twelve decimal digits, the last of which is the check digit
 */
public record ApplicationNumber(String digits) {
    private static final int RANDOM_DIGITS = 11;

    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
    };

    public ApplicationNumber {
        if (!digits.matches("[0-9]{12}") || interim(digits) != 0) {
            throw new IllegalArgumentException("an application number is twelve digits with a right check digit");
        }
    }

    /** The number made of eleven random digits; randomness comes from outside. */
    public static ApplicationNumber fromDigits(String randomDigits) {
        if (!randomDigits.matches("[0-9]{" + RANDOM_DIGITS + "}")) {
            throw new IllegalArgumentException("expected " + RANDOM_DIGITS + " decimal digits");
        }
        return new ApplicationNumber(randomDigits + interim(randomDigits));
    }

    /** Reads a number as people type it, with or without hyphens or spaces; empty where the check digit or the form is wrong. */
    public static Optional<ApplicationNumber> parse(String typed) {
        String digits = typed.replace("-", "").replace(" ", "");
        return digits.matches("[0-9]{12}") && interim(digits) == 0
                ? Optional.of(new ApplicationNumber(digits))
                : Optional.empty();
    }

    private static int interim(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }

    @Override
    public String toString() {
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }
}
