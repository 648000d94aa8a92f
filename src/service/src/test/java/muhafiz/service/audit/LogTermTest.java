package muhafiz.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTermTest {
    private static final LogTerm THREE_YEARS = new LogTerm(Period.ofYears(3));

    /** The entry of 31 December 2023 is three years old when 31 December 2026 is over. */
    @ParameterizedTest
    @CsvSource({"2026-12-31, 2022", "2027-01-01, 2023", "2027-06-30, 2023", "2028-01-01, 2024"})
    void aYearEndsWithTheTermOfItsLastDay(LocalDate today, int lastYear) {
        assertThat(THREE_YEARS.lastYearEnded(today)).isEqualTo(lastYear);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, 2023-10", "2026-12-01, 2023-11", "2027-02-28, 2024-01", "2027-03-01, 2024-02"})
    void aMonthEndsWithTheTermOfItsLastDay(LocalDate today, YearMonth lastMonth) {
        assertThat(THREE_YEARS.lastMonthEnded(today)).isEqualTo(lastMonth);
    }

    @Test
    void aTermShorterThanAYearEndsEarlierMonthsOfTheSameYear() {
        assertThat(new LogTerm(Period.ofMonths(6)).lastMonthEnded(LocalDate.of(2026, 11, 22)))
                .isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void aTermIsNotNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogTerm(Period.ZERO));
    }
}
