package muhafiz.verify.check;

/** Where the evidence first contradicts itself. */
final class BadPositionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String position;

    BadPositionException(String position, String why) {
        super(why);
        this.position = position;
    }

    Outcome.Broken outcome() {
        return new Outcome.Broken(position, String.valueOf(getMessage()));
    }

    /** For {@code from} to {@code to}, the last included. */
    static String entries(long from, long to) {
        return from == to ? "entry " + from : "entries " + from + " to " + to;
    }
}
