package muhafiz.inspect;

/** A worker ended before it answered; {@code reason} is one of {@link Codes#DIED} or {@link #CLOSED}. */
final class Ended extends Exception {
    /** The archive itself ended the worker, for reasons that have nothing to do with its document. */
    static final String CLOSED = "closed";

    private static final long serialVersionUID = 1L;

    private final String reason;

    Ended(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
