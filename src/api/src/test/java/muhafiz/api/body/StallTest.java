package muhafiz.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StallTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Stall stall = new Stall(LONGEST, InstantSource.fixed(NOON), ended -> {});

    @Test
    void aWaitThatLastsTooLongIsWoken() {
        Instant late = NOON.plus(LONGEST).plusMillis(1);

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> stall.during(() -> awaitWhile(() -> stall.check(late))));

        assertThat(stall.isWoken()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aWaitWithinItsTimeIsLeftAlone() throws IOException {
        int value = stall.during(() -> {
            stall.check(NOON.plus(LONGEST));
            return 7;
        });

        assertThat(value).isEqualTo(7);
        assertThat(stall.isWoken()).isFalse();
    }

    @Test
    void whoDoesNotWaitIsNeverWoken() {
        stall.check(NOON.plus(Duration.ofDays(1)));

        assertThat(stall.isWoken()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Waits as a socket read does: until somebody interrupts this thread. */
    private static int awaitWhile(Runnable wakes) throws InterruptedIOException {
        CountDownLatch never = new CountDownLatch(1);
        wakes.run();
        try {
            never.await();
            return 0;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
