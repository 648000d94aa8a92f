package muhafiz.store;

import java.io.IOException;
import java.time.Duration;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.token.Randoms;

/**
 * Sends a request until the store has answered it, with random pauses, a bounded number of times. A request whose answer
 * did not come may have been carried out all the same: only such go through here as may be carried out twice.
 */
final class S3Attempts {
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final S3Timing timing;

    S3Attempts(S3Timing timing) {
        this.timing = timing;
    }

    interface Request {
        S3Reply send() throws IOException;
    }

    /**
     * An answer that no further attempt would change.
     *
     * @param repeated whether an earlier attempt may have been carried out without our knowing
     */
    record Settled(S3Reply reply, boolean repeated) {}

    /**
     * @param what for messages: a verb and an object's name
     * @throws UnavailableException when no attempt got a settling answer, or the thread was interrupted
     */
    Settled settle(String what, Request request) {
        return attempt(what, request, 1);
    }

    private Settled attempt(String what, Request request, int number) {
        try {
            S3Reply reply = request.send();
            if (reply.verdict() != S3Reply.Verdict.LATER) {
                return new Settled(reply, number > 1);
            }
            return again(what, request, number, new UnavailableException(what + ": store says " + reply, RETRY_AFTER));
        } catch (IOException e) {
            return again(what, request, number, new UnavailableException(what + ": no answer", RETRY_AFTER, e));
        }
    }

    private Settled again(String what, Request request, int number, UnavailableException away) {
        if (number == timing.attempts() || !paused(number)) {
            throw away;
        }
        return attempt(what, request, number + 1);
    }

    /** Anything from nothing to the whole pause, so that many callers do not come back together; false if interrupted. */
    private boolean paused(int number) {
        int share = Randoms.bytes(1)[0] & 0xff;
        try {
            Thread.sleep(timing.pauseAfter(number).toMillis() * share / 255);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
