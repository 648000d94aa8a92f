package muhafiz.store;

import java.time.Duration;

final class Waits {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Patient: the machine may be busy. */
    static final S3Timing USUAL = new S3Timing(
            Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(10), 3, PAUSE);

    /** For stores that never answer. */
    static final S3Timing SHORT = new S3Timing(
            Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofMillis(300), 3, PAUSE);

    private Waits() {}
}
