package muhafiz.crypto;

import java.time.Duration;

/**
 * The outside (a store, a root key holder, a disk) is away for now. Over HTTP: 503 with Retry-After; batch work retries it.
 */
public class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter when it is worth asking again; more than nothing */
    public UnavailableException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = positive(retryAfter);
    }

    public UnavailableException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = positive(retryAfter);
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    private static Duration positive(Duration retryAfter) {
        if (retryAfter.isZero() || retryAfter.isNegative()) {
            throw new IllegalArgumentException("retry-after must be positive, was " + retryAfter);
        }
        return retryAfter;
    }
}
