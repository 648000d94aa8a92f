package muhafiz.proof.evidence;

/** A time stamp or evidence record is not what it says, or not what it should be over. Never retried, never swallowed. */
public final class BrokenStampException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenStampException(String message) {
        super(message);
    }

    BrokenStampException(String message, Throwable cause) {
        super(message, cause);
    }
}
