package muhafiz.proof.evidence;

/** An authority gave no time stamp that can be used: it is away, it refuses, or its answer does not fit. To be asked again later. */
public final class NoTimeStampException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoTimeStampException(String message) {
        super(message);
    }

    public NoTimeStampException(String message, Throwable cause) {
        super(message, cause);
    }
}
