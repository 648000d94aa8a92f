package muhafiz.service.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:30:00Z");

    @Test
    void aClockThatAgreesWithItsWitnessesIsNotInDoubt() {
        ClockRule rule = new ClockRule(NOW, Optional.of(NOW.minus(Duration.ofHours(26))), Optional.empty());

        assertThat(rule.doubt()).isEmpty();
        assertThat(rule.doubt("database", NOW.plusSeconds(60), true)).isEmpty();
        assertThat(rule.doubt("log", NOW.minus(Duration.ofDays(400)), false)).isEmpty();
    }

    @Test
    void aClockBehindTheDatabaseOrTheNewestEntryIsInDoubt() {
        ClockRule rule = new ClockRule(NOW, Optional.empty(), Optional.empty());

        assertThat(rule.doubt("database", NOW.plusSeconds(61), true)).hasValue("clock-behind-database");
        assertThat(rule.doubt("log", NOW.plus(Duration.ofDays(365)), false)).hasValue("clock-behind-log");
    }

    @Test
    void aClockMoreThan26HoursAheadOfAnIndependentWitnessOrOfItselfIsInDoubt() {
        Instant before = NOW.minus(Duration.ofHours(26)).minusSeconds(1);
        ClockRule rule = new ClockRule(NOW, Optional.of(before), Optional.empty());

        assertThat(rule.doubt()).hasValue("clock-ahead-of-belief");
        assertThat(rule.doubt("stamp", before, true)).hasValue("clock-ahead-of-stamp");
    }

    @Test
    void aTimeStampFromElsewhereSaysHowLongTheArchiveWasOff() {
        Instant longAgo = NOW.minus(Duration.ofDays(30));
        ClockRule off = new ClockRule(NOW, Optional.of(longAgo), Optional.empty());

        assertThat(off.vouchedFor(Optional.of(NOW.minus(Duration.ofMinutes(5)))).doubt())
                .isEmpty();
        assertThat(off.vouchedFor(Optional.of(NOW.minus(Duration.ofDays(29)))).doubt())
                .hasValue("clock-ahead-of-belief");
        assertThat(off.vouchedFor(Optional.of(longAgo.minus(Duration.ofDays(9))))
                        .doubt())
                .hasValue("clock-ahead-of-belief");
        assertThat(off.vouchedFor(Optional.empty()).doubt()).hasValue("clock-ahead-of-belief");
    }

    @Test
    void aTimeStampFromElsewhereThatIsLaterThanTheClockPutsItInDoubt() {
        ClockRule rule = new ClockRule(NOW, Optional.of(NOW), Optional.empty());

        assertThat(rule.vouchedFor(Optional.of(NOW.plus(Duration.ofHours(2)))).doubt())
                .hasValue("clock-behind-belief");
    }

    @Test
    void aWitnessThatTwoPersonsHaveSetAsideIsNotHeardUntilItSaysMore() {
        Instant future = NOW.plus(Duration.ofDays(30));
        ClockRule rule = new ClockRule(NOW, Optional.of(NOW), Optional.of(future));

        assertThat(rule.doubt("log", future, false)).isEmpty();
        assertThat(rule.doubt("log", future.plusSeconds(1), false)).hasValue("clock-behind-log");
    }
}
