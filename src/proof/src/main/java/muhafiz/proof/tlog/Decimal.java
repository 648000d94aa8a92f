package muhafiz.proof.tlog;

import java.util.regex.Pattern;

/** Numbers as all these formats write them: ASCII decimal, not negative, no leading zeroes. */
final class Decimal {
    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Decimal() {}

    /** 0 to 2^63 - 1; {@code what} names the field in the message of the IllegalArgumentException. */
    static long parse(String what, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " is not a decimal number without leading zeroes");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " is beyond 2^63 - 1", e);
        }
    }
}
