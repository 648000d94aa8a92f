package muhafiz.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.service.policy.StandingVersions.Standing;
import org.junit.jupiter.api.Test;

class StandingVersionsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant CHANGE = Instant.parse("2026-06-01T00:00:00Z");

    private final Policy first = version(1);
    private final Policy second = version(2);
    private final StandingVersions versions = new StandingVersions(
            List.of(new Standing(first, Optional.empty(), BEGIN), new Standing(second, Optional.of(BEGIN), CHANGE)));

    private static Policy version(int number) {
        try {
            String shipped = Files.readString(Path.of("..", "..", "config", "policy.yaml"));
            return PolicyFile.read(shipped.replace("  version: 1\n", "  version: " + number + "\n"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aVersionIsInForceFromItsMomentOnAndNotBefore() {
        assertThat(versions.at(CHANGE.minusNanos(1)).version()).isEqualTo(1);
        assertThat(versions.at(CHANGE).version()).isEqualTo(2);
    }

    @Test
    void aClockThatWasSetBackFindsTheFirstVersion() {
        assertThat(versions.at(BEGIN.minusSeconds(1)).version()).isEqualTo(1);
    }

    @Test
    void exactlyOneVersionIsShownAsInForceAndTheNewestStandsFirst() {
        assertThat(versions.shown(BEGIN))
                .extracting(one -> one.policy().version() + " " + one.isInForce())
                .containsExactly("2 false", "1 true");
    }

    @Test
    void aVersionIsFoundByItsNumberWhetherOrNotItIsInForce() {
        assertThat(versions.version(1)).contains(first);
        assertThat(versions.version(2)).contains(second);
        assertThat(versions.version(3)).isEmpty();
    }
}
