package muhafiz.store;

import java.time.Duration;
import muhafiz.crypto.UnavailableException;

/**
 * The store is there but will not do it: wrong credential or clock, no such bucket, a verb it does not have. For the
 * caller it is as good as away, but somebody must look at the settings: trying again at once does not help.
 */
public final class StoreRefusedException extends UnavailableException {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    StoreRefusedException(String what, S3Reply reply) {
        super(what + ": store refuses with " + reply, RETRY_AFTER);
    }
}
