package muhafiz.service.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import muhafiz.service.keys.ForgottenException;
import org.junit.jupiter.api.Test;

class WatchedOutputTest {
    private static final int MEBIBYTE = 1 << 20;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private boolean held = true;
    private int asked;
    private final WatchedOutput out = new WatchedOutput(received, () -> now, () -> {
        asked++;
        return held;
    });

    @Test
    void withinASecondAndSixteenMebibytesNobodyIsAsked() throws IOException {
        for (int i = 0; i < 16; i++) {
            out.write(new byte[MEBIBYTE]);
        }

        assertThat(asked).isZero();
        assertThat(received.size()).isEqualTo(16 * MEBIBYTE);
    }

    @Test
    void afterASecondADestroyedKeyEndsTheDownload() throws IOException {
        out.write(1);
        held = false;
        now = now.plus(Duration.ofSeconds(1));

        assertThatThrownBy(() -> out.write(new byte[] {2})).isInstanceOf(ForgottenException.class);
        assertThat(received.toByteArray()).containsExactly(1);
    }

    @Test
    void withinTheSecondADestroyedKeyEndsItAfterSixteenMebibytes() throws IOException {
        held = false;
        for (int i = 0; i < 16; i++) {
            out.write(new byte[MEBIBYTE]);
        }

        assertThatThrownBy(() -> out.write(2)).isInstanceOf(ForgottenException.class);
        assertThat(received.size()).isEqualTo(16 * MEBIBYTE);
    }

    @Test
    void aKeyThatIsHeldIsAskedForAgainOnlyAfterAnotherSecond() throws IOException {
        now = now.plus(Duration.ofSeconds(1));
        out.write(1);
        out.write(2);
        now = now.plus(Duration.ofSeconds(1));
        out.write(3);

        assertThat(asked).isEqualTo(2);
        assertThat(received.toByteArray()).containsExactly(1, 2, 3);
    }
}
