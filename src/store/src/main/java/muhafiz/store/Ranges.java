package muhafiz.store;

/** The rule for ranges, the same in every store. */
final class Ranges {
    private Ranges() {}

    static void check(long offset, int length) {
        if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException(
                    "a range starts at 0 or later and has at least 1 byte, was " + length + " from " + offset);
        }
    }
}
