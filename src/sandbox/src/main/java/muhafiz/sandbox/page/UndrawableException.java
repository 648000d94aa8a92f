package muhafiz.sandbox.page;

/** The document cannot be drawn, or not as it was asked for; the message is the code that the archive is told. */
public final class UndrawableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public UndrawableException(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
