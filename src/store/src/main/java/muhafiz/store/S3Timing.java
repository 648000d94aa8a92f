package muhafiz.store;

import java.time.Duration;

/**
 * How long to wait for a store.
 *
 * @param connect for a connection
 * @param silence for the next byte, sent or received
 * @param request for one whole request with its answer
 * @param probe for {@link ObjectStore#reachable()}
 * @param attempts how often a request is sent at most, from 1 to 10
 * @param pause the longest wait before the second attempt; it doubles with each further one, and the wait is random below it
 */
public record S3Timing(
        Duration connect, Duration silence, Duration request, Duration probe, int attempts, Duration pause) {
    /** 2 s to connect, 10 s of silence, 30 s for a request, 2 s for a probe, 3 attempts, 200 ms pause. */
    public static final S3Timing USUAL = new S3Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            3,
            Duration.ofMillis(200));

    public S3Timing {
        checkPositive("connect", connect);
        checkPositive("silence", silence);
        checkPositive("request", request);
        checkPositive("probe", probe);
        checkPositive("pause", pause);
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be 1 to 10, was " + attempts);
        }
    }

    private static void checkPositive(String what, Duration duration) {
        if (duration.toMillis() < 1 || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(what + " must be 1 ms to 1 h, was " + duration);
        }
    }

    /** What is left between attempt {@code n} (from 1) and the next, at most. */
    Duration pauseAfter(int n) {
        return pause.multipliedBy(1L << (n - 1));
    }
}
