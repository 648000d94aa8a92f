package muhafiz.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarWarnedTest {
    @Test
    void fromTheFirstOfDecemberANextYearThatIsNotLoadedIsAWarning() {
        assertThat(CalendarWarned.warnings(LocalDate.of(2026, 11, 30), Set.of(2026)))
                .isEmpty();
        assertThat(CalendarWarned.warnings(LocalDate.of(2026, 12, 1), Set.of(2026)))
                .containsExactly("calendar-missing:2027");
        assertThat(CalendarWarned.warnings(LocalDate.of(2026, 12, 31), Set.of(2026, 2027)))
                .isEmpty();
    }

    @Test
    void aYearThatRunsAndIsNotLoadedIsAWarningOnAnyDay() {
        assertThat(CalendarWarned.warnings(LocalDate.of(2027, 1, 1), Set.of(2026)))
                .containsExactly("calendar-missing:2027");
    }
}
