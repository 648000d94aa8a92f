package muhafiz.sandbox.redaction;

/** The document cannot be made anew; the message is the code that the archive is told. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String code) {
        super(code);
    }
}
