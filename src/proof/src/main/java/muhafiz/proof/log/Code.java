package muhafiz.proof.log;

import java.util.regex.Pattern;

/** The short words that may stand in clear: ids of rules, roles and purposes, too narrow an alphabet for a sentence. */
final class Code {
    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9._:/,+-]*");

    private Code() {}

    /** Refuses what is no code; the message names the field and the length only, as the text may be personal. */
    static String checked(String field, String code, int shortest, int longest) {
        if (code.length() < shortest || code.length() > longest) {
            throw new IllegalArgumentException(
                    field + " must have " + shortest + " to " + longest + " characters, has " + code.length());
        }
        if (!ALPHABET.matcher(code).matches()) {
            throw new IllegalArgumentException(field + " has a character outside A-Z a-z 0-9 . _ : / , + -");
        }
        return code;
    }
}
