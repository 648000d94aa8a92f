package muhafiz.crypto;

/**
 * Something that was sealed, wrapped or signed is not what it was: tampering or broken evidence.
 * The caller stops and raises the alarm; it is never retried and never swallowed.
 * Messages name things by their random ids and hold neither personal data nor key or content bytes.
 */
public class IntegrityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntegrityException(String message) {
        super(message);
    }

    public IntegrityException(String message, Throwable cause) {
        super(message, cause);
    }
}
