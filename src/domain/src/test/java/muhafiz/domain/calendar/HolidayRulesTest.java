package muhafiz.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** Which days off a year can have: Labour Code, art. 105. */
class HolidayRulesTest {
    /** The fixed holidays of 2027 that are weekdays, and 20 January, a Wednesday. */
    private static final String FIXED = "01-01 01-20 03-08 05-28 06-15 11-08 11-09 12-31";

    private final HolidayRules rules = ShippedPolicy.read().holidayRules();

    private static Set<MonthDay> days(String text) {
        return Arrays.stream(text.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> MonthDay.parse("--" + day))
                .collect(Collectors.toSet());
    }

    private String objection(String off, String worked) {
        return rules.objection(CalendarYear.whole(2027, days(off), days(worked)))
                .orElse("none");
    }

    @Test
    void aYearWithItsFixedHolidaysAndMovingFeastsIsAccepted() {
        assertThat(objection(FIXED, "")).isEqualTo("none");
        assertThat(objection(FIXED + " 03-22 03-23", "")).isEqualTo("none");
    }

    @Test
    void aHolidayOnAWeekdayIsOffOrWorkedByDecision() {
        assertThat(objection(FIXED.replace("03-08 ", ""), "")).startsWith("2027-03-08 is a holiday");
        assertThat(objection(FIXED.replace("01-20 ", ""), "")).startsWith("2027-01-20 is a holiday");
        assertThat(objection(FIXED.replace("03-08 ", ""), "03-08")).isEqualTo("none");
    }

    @Test
    void onlyDaysThatDifferFromTheWeekAreListed() {
        assertThat(objection(FIXED + " 01-02", "")).isEqualTo("2027-01-02 is off anyway");
        assertThat(objection(FIXED, "03-27")).isEqualTo("none");
        assertThat(objection(FIXED, "03-25")).isEqualTo("2027-03-25 is worked anyway");
    }
}
