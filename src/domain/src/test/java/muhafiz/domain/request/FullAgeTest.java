package muhafiz.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AP-12: at 18 the parent's access ends. */
class FullAgeTest {
    @ParameterizedTest
    @CsvSource({
        "2008-05-10, 2026-05-10",
        "2008-01-01, 2026-01-01",
        "2007-12-31, 2025-12-31",
        "2008-02-28, 2026-02-28",
        "2008-02-29, 2026-03-01", // no such day in 2026; eighteen years are over when 28 February is
        "2008-03-01, 2026-03-01",
        "2010-03-01, 2028-03-01", // a leap year at the other end
        "2010-02-28, 2028-02-28",
    })
    void theEighteenthBirthdayEndsIt(LocalDate born, LocalDate ends) {
        assertThat(FullAge.from(born)).isEqualTo(ends);
        assertThat(FullAge.isReached(born, ends.minusDays(1))).isFalse();
        assertThat(FullAge.isReached(born, ends)).isTrue();
    }

    @Test
    void whoIsBornLaterIsNeverOfAgeEarlier() {
        LocalDate last = LocalDate.parse("2012-12-31");

        for (LocalDate born = LocalDate.parse("2003-01-01"); born.isBefore(last); born = born.plusDays(1)) {
            assertThat(FullAge.from(born.plusDays(1))).as("%s", born).isAfterOrEqualTo(FullAge.from(born));
        }
    }
}
