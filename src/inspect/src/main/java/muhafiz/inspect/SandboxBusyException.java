package muhafiz.inspect;

import java.time.Duration;

/** Every worker is taken, or none can be started just now: the same document can be tried again later. */
public final class SandboxBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    SandboxBusyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
