package muhafiz.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogDecisionTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
    private static final UUID PERSON = new UUID(1, 2);

    private static LogDecision.Scope scope(Instant from, Instant to) {
        return new LogDecision.Scope(Optional.of(PERSON), Optional.empty(), from, to);
    }

    @Test
    void whatIsSealedIsWhatIsOpened() {
        LogDecision decision = new LogDecision(
                new LogDecision.Scope(Optional.of(PERSON), Optional.of("officer"), FROM, TO), true, "complaint", UNTIL);

        assertThat(LogDecision.of(decision.json())).isEqualTo(decision);
    }

    @Test
    void itHoldsFromTheFirstMomentToBeforeTheLast() {
        assertThat(scope(FROM, TO).holds(FROM)).isTrue();
        assertThat(scope(FROM, TO).holds(TO.minusSeconds(1))).isTrue();
        assertThat(scope(FROM, TO).holds(TO)).isFalse();
        assertThat(scope(FROM, TO).holds(FROM.minusSeconds(1))).isFalse();
    }

    @Test
    void itIsAboutSomebodyForSomeTimeAndForAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogDecision.Scope(Optional.empty(), Optional.empty(), FROM, TO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogDecision.Scope(Optional.empty(), Optional.of("two words"), FROM, TO));
        assertThatIllegalArgumentException().isThrownBy(() -> scope(TO, FROM));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogDecision(scope(FROM, TO), false, " ", UNTIL));
    }

    @Test
    void onlyOneWithoutEndOrAccountShowsTheWholeListing() {
        assertThat(new LogDecision(scope(Instant.EPOCH, UNTIL), false, "access", UNTIL).isAboutWhole(PERSON))
                .isTrue();
        assertThat(new LogDecision(scope(FROM, UNTIL), false, "access", UNTIL).isAboutWhole(PERSON))
                .isFalse();
        assertThat(new LogDecision(scope(Instant.EPOCH, TO), false, "access", UNTIL).isAboutWhole(PERSON))
                .isFalse();
        assertThat(new LogDecision(scope(Instant.EPOCH, UNTIL), false, "access", UNTIL).isAboutWhole(new UUID(3, 4)))
                .isFalse();
    }
}
