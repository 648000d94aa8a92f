package muhafiz.proof.tlog;

/** The name of a key in a signed note. */
final class KeyName {
    private static final int LONGEST = 255;

    private KeyName() {}

    /** {@code name}, which must be 1 to 255 characters without Unicode spaces, control characters and plus. */
    static String checked(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw new IllegalArgumentException(
                    "a key name has 1 to " + LONGEST + " characters, no spaces and no plus; this has " + name.length());
        }
        return name;
    }

    private static boolean isForbidden(int c) {
        return c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
