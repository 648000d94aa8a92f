package muhafiz.domain.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * One year's days off and the weekend days that are worked, within the days it speaks about.
 *
 * @param from the first day it speaks about, in the year
 * @param to the last day it speaks about, in the year
 */
public record CalendarYear(
        int year, Set<MonthDay> daysOff, Set<MonthDay> extraWorkingDays, LocalDate from, LocalDate to) {

    public CalendarYear {
        daysOff = Set.copyOf(daysOff);
        extraWorkingDays = Set.copyOf(extraWorkingDays);
        if (from.getYear() != year || to.getYear() != year || to.isBefore(from)) {
            throw new IllegalArgumentException("the days " + from + " to " + to + " are no part of " + year);
        }
        if (extraWorkingDays.stream().anyMatch(daysOff::contains)) {
            throw new IllegalArgumentException("a day of " + year + " is off and worked at once");
        }
    }

    public static CalendarYear whole(int year, Set<MonthDay> daysOff, Set<MonthDay> extraWorkingDays) {
        return new CalendarYear(year, daysOff, extraWorkingDays, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean speaksOf(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
