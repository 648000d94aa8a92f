package muhafiz.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.config.ArchiveProperties;
import org.junit.jupiter.api.Test;

class PaceTest {
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private final Pace pace = new Pace(() -> now, new ArchiveProperties(new Properties()));

    @Test
    void aBodyOfExactlyTheSlowestPaceGoesOn() {
        for (int second = 1; second <= 120; second++) {
            now = now.plusSeconds(1);
            pace.moved(512);
        }
    }

    @Test
    void aBodyBelowThePaceEndsWhenItsWindowHasPassed() {
        now = now.plusSeconds(29);
        pace.moved(100);
        now = now.plusSeconds(1);

        assertThatThrownBy(() -> pace.moved(100))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.BODY_TOO_SLOW));
    }

    @Test
    void whatWasFastOnceMustStayFast() {
        now = now.plusSeconds(30);
        pace.moved(1_000_000);
        now = now.plus(Duration.ofSeconds(30));

        assertThatThrownBy(() -> pace.moved(1)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aPacedBodyGivesTheSameBytes() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5};

        try (PacedInput paced = new PacedInput(new ByteArrayInputStream(bytes), pace)) {
            assertThat(paced.read()).isEqualTo(1);
            assertThat(paced.readAllBytes()).containsExactly(2, 3, 4, 5);
        }
    }
}
