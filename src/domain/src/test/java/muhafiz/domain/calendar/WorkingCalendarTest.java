package muhafiz.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates from the policy's test vectors and requirements.md §3.4. */
class WorkingCalendarTest {
    private final WorkingCalendar shipped = ShippedPolicy.read().calendar();

    /** Novruz 2016, as report.az had it on 2016-01-09. */
    private final WorkingCalendar march2016 = shipped.with(new CalendarYear(
            2016,
            Stream.of("--03-21", "--03-22", "--03-23", "--03-24", "--03-25")
                    .map(MonthDay::parse)
                    .collect(Collectors.toSet()),
            Set.of(),
            LocalDate.parse("2016-03-14"),
            LocalDate.parse("2016-04-15")));

    @ParameterizedTest
    @CsvSource({
        "2016-03-17, 5, 2016-03-31",
        "2016-03-17, 7, 2016-04-04",
        "2016-03-18, 1, 2016-03-28",
        "2026-03-19, 5, 2026-04-06",
        "2026-03-19, 7, 2026-04-08",
        "2026-01-15, 5, 2026-01-23",
        "2026-01-15, 7, 2026-01-27",
    })
    void theDayOfReceiptIsNotCounted(LocalDate received, int days, LocalDate due) {
        assertThat(march2016.plusWorkingDays(received, days)).contains(due);
    }

    @Test
    void theYear2026Has241WorkingDays() {
        assertThat(shipped.workingDaysOf(2026)).contains(241);
    }

    @Test
    void aPartOfAYearServesNoDeadlineOutsideIt() {
        assertThat(march2016.plusWorkingDays(LocalDate.parse("2016-04-14"), 2)).isEmpty();
        assertThat(shipped.years()).containsExactly(2026);
    }

    @Test
    void aYearThatIsNotLoadedGivesNoDate() {
        var received = LocalDate.parse("2026-12-28");

        var due = shipped.due(received, new TimeLimit.WorkingDays(7));

        assertThat(due).isEqualTo(new Deadline.CalendarMissing(2027));
        assertThat(due.date()).isEmpty();
        assertThat(due.isCalendarMissing()).isTrue();
    }

    @Test
    void theDateIsThereWhenTheYearIs() {
        var year = CalendarYear.whole(2027, Set.of(MonthDay.of(1, 1), MonthDay.of(1, 4)), Set.of(MonthDay.of(1, 2)));

        var due = shipped.with(year).due(LocalDate.parse("2026-12-30"), new TimeLimit.WorkingDays(2));

        assertThat(due).isEqualTo(new Deadline.On(LocalDate.parse("2027-01-05")));
    }

    @Test
    void daysAndMonthsNeedNoCalendar() {
        var received = LocalDate.parse("2031-08-31");

        assertThat(shipped.due(received, new TimeLimit.Days(60)).date()).contains(LocalDate.parse("2031-10-30"));
        assertThat(shipped.due(received, new TimeLimit.Months(6)).date()).contains(LocalDate.parse("2032-02-29"));
    }

    @Test
    void aDayIsWorkedOrNotOrUnknown() {
        assertThat(shipped.isWorkingDay(LocalDate.parse("2026-03-31"))).contains(true);
        assertThat(shipped.isWorkingDay(LocalDate.parse("2026-03-30"))).contains(false);
        assertThat(shipped.isWorkingDay(LocalDate.parse("2026-10-17"))).contains(false);
        assertThat(shipped.isWorkingDay(LocalDate.parse("2027-03-31"))).isEmpty();
    }

    /** turan.az: 9 November 2014 was a Sunday, the 10th was off. */
    @Test
    void aHolidayOnASundayGivesTheNextWorkingDay() {
        var rules = ShippedPolicy.read().holidayRules();

        assertThat(rules.daysOff(2014, List.of())).contains(LocalDate.parse("2014-11-10"));
    }

    /** Cabinet of Ministers, decision 362 of 2025-12-02: the days off of 2026, with Novruz and Ramadan on one day. */
    @Test
    void theDaysOffOf2026FollowFromItsHolidays() {
        var moving = Stream.of("2026-05-27", "2026-05-28").map(LocalDate::parse);
        var novruz = LocalDate.parse("2026-03-20").datesUntil(LocalDate.parse("2026-03-25"));
        var ramadan = Stream.of("2026-03-20", "2026-03-21").map(LocalDate::parse);
        var rules = ShippedPolicy.read().holidayRules();

        var off = rules.daysOff(
                2026, Stream.of(moving, novruz, ramadan).flatMap(days -> days).toList());

        var decided = "01-01 01-02 01-20 03-09 03-20 03-23 03-24 03-25 03-26 03-27 03-30 05-11 05-27 05-28 05-29"
                + " 06-15 06-26 11-09 11-10 12-31";
        assertThat(off)
                .isEqualTo(Stream.of(decided.split(" "))
                        .map(day -> LocalDate.parse("2026-" + day))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
