package muhafiz.inspect.frame;

/** The widest an answer may be before anyone looks at what it means. */
final class Wire {
    /** Bytes of one key or value. */
    static final int LONGEST_TEXT = 16 * 1024;
    /** Keys of one map, or values under one key. */
    static final int MOST_ENTRIES = 4_096;

    private Wire() {}
}
