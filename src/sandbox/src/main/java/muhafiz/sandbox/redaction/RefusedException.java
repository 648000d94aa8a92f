package muhafiz.sandbox.redaction;

/** The document cannot be made anew; the message is the code that the archive is told. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    RefusedException(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
