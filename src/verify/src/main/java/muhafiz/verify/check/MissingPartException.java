package muhafiz.verify.check;

/** A tile or bundle of a log is not there, or is no such thing. */
final class MissingPartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPartException(String message) {
        super(message);
    }
}
