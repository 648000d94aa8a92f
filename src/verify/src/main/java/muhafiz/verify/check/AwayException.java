package muhafiz.verify.check;

/** The log that was to be downloaded cannot be reached, or does not answer as it should. */
final class AwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AwayException(String message) {
        super(message);
    }

    AwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
