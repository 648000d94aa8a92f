package muhafiz.service.keys;

/** What was asked for can no longer be read by anybody: its key was destroyed. */
public class ForgottenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ForgottenException() {
        super("the key is gone");
    }
}
