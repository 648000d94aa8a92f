package muhafiz.proof.log;

/**
 * Something that was sealed as evidence contradicts itself: tampering, or a writer that did not keep to the format.
 * Never retried, never swallowed. (This room stands alone so that outsiders can use it: it has its own exception.)
 */
public final class BrokenEvidenceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenEvidenceException(String message) {
        super(message);
    }

    public BrokenEvidenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
