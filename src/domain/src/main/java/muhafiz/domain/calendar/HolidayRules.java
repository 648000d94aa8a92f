package muhafiz.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a year's days off follow from its holidays (Labour Code, art. 105): a holiday that meets a weekend, or another
 * holiday, gives the next working day off. The day of mourning is off where it falls and moves nowhere.
 *
 * @param week the days the office works
 * @param fixed holidays of every year
 * @param mourning the day of mourning
 */
public record HolidayRules(Set<DayOfWeek> week, List<MonthDay> fixed, MonthDay mourning) {

    public HolidayRules {
        week = Set.copyOf(week);
        fixed = List.copyOf(fixed);
    }

    /** The days off of a year, given the days of its moving feasts; weekends are not listed. */
    public SortedSet<LocalDate> daysOff(int year, Collection<LocalDate> moving) {
        var holidays = holidays(year, moving);
        var off = new TreeSet<LocalDate>();
        holidays.stream().filter(this::isWeekday).forEach(off::add);
        if (mourning.isValidYear(year) && isWeekday(mourning.atYear(year))) {
            off.add(mourning.atYear(year));
        }
        var seen = new HashSet<LocalDate>();
        for (var holiday : holidays) {
            if (!seen.add(holiday) || !isWeekday(holiday)) {
                off.add(nextWorkingDay(holiday, off));
            }
        }
        return off;
    }

    /**
     * Why these cannot be the days off of that year; empty where they can. Moving feasts and what the Cabinet decides cannot be known
     * here: what is checked is that every fixed holiday on a weekday, and the day of mourning, is off or worked by decision, and that
     * only days which differ from the week are listed.
     */
    public Optional<String> objection(CalendarYear year) {
        for (MonthDay day : year.daysOff()) {
            if (!isWeekday(day.atYear(year.year()))) {
                return Optional.of(day.atYear(year.year()) + " is off anyway");
            }
        }
        for (MonthDay day : year.extraWorkingDays()) {
            if (isWeekday(day.atYear(year.year())) && !isHoliday(day)) {
                return Optional.of(day.atYear(year.year()) + " is worked anyway");
            }
        }
        return missing(year).map(day -> day + " is a holiday and neither off nor worked by decision");
    }

    private Optional<LocalDate> missing(CalendarYear year) {
        return Stream.concat(fixed.stream(), Stream.of(mourning))
                .filter(day -> !year.daysOff().contains(day)
                        && !year.extraWorkingDays().contains(day))
                .map(day -> day.atYear(year.year()))
                .filter(this::isWeekday)
                .min(Comparator.naturalOrder());
    }

    private boolean isHoliday(MonthDay day) {
        return fixed.contains(day) || mourning.equals(day);
    }

    private List<LocalDate> holidays(int year, Collection<LocalDate> moving) {
        var days = new ArrayList<>(moving);
        fixed.stream()
                .filter(day -> Year.of(year).isValidMonthDay(day))
                .map(day -> day.atYear(year))
                .forEach(days::add);
        days.sort(null);
        return days;
    }

    private LocalDate nextWorkingDay(LocalDate holiday, Set<LocalDate> off) {
        var day = holiday;
        while (!isWeekday(day) || off.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean isWeekday(LocalDate day) {
        return week.contains(day.getDayOfWeek());
    }
}
