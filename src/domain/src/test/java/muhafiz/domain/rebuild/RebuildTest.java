package muhafiz.domain.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.UUID;
import muhafiz.domain.rebuild.Found.Outcome;
import muhafiz.domain.rebuild.Rebuild.State;
import org.junit.jupiter.api.Test;

class RebuildTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Rebuild rebuild = new Rebuild(new UUID(1, 2), NOW, "admin");

    @Test
    void itIsReleasedByTwoDifferentPersonsInEitherOrder() {
        rebuild.walked(Found.NOTHING);
        assertThat(rebuild.state()).isEqualTo(State.WAITING);

        rebuild.releasedByDpo("dpo");
        assertThat(rebuild.state()).isEqualTo(State.WAITING);
        rebuild.releasedByRecordsManager("records");

        assertThat(rebuild.state()).isEqualTo(State.RELEASED);
    }

    @Test
    void onePersonInBothRolesReleasesNothing() {
        rebuild.walked(Found.NOTHING);
        rebuild.releasedByDpo("same");

        assertThatIllegalStateException().isThrownBy(() -> rebuild.releasedByRecordsManager("same"));
        assertThat(rebuild.state()).isEqualTo(State.WAITING);
    }

    @Test
    void whatStillRunsIsNotReleased() {
        assertThatIllegalStateException().isThrownBy(() -> rebuild.releasedByDpo("dpo"));
        assertThatIllegalStateException().isThrownBy(() -> rebuild.releasedByRecordsManager("records"));
    }

    @Test
    void everyOutcomeIsCountedOnceAndWhatWasKnownNotAtAll() {
        Found found = Found.NOTHING;
        for (Outcome outcome : Outcome.values()) {
            found = found.and(outcome);
        }

        assertThat(found).isEqualTo(new Found(1, 1, 1, 1, 1));
    }
}
