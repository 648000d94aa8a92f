package muhafiz.service.checkpoint;

/** The log has been shown further than this archive knows: no place may be given out before it has caught up. */
public class BehindException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BehindException(String message) {
        super(message);
    }
}
