package muhafiz.stand.home;

/** The stand cannot start or go on. The message is for the operator: what was found, what was expected, what to do. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
