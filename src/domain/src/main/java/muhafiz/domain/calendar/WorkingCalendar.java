package muhafiz.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The office's week and the years that are loaded. Immutable; any thread may use it. */
public final class WorkingCalendar {

    private final Set<DayOfWeek> week;
    private final Map<Integer, CalendarYear> years;

    /** @param week the days the office works, at least one */
    public WorkingCalendar(Set<DayOfWeek> week, Map<Integer, CalendarYear> years) {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a week without a working day");
        }
        this.week = Set.copyOf(week);
        this.years = Map.copyOf(years);
    }

    /** This calendar with a year added or replaced. */
    public WorkingCalendar with(CalendarYear year) {
        var more = new TreeMap<>(years);
        more.put(year.year(), year);
        return new WorkingCalendar(week, more);
    }

    public SortedSet<Integer> years() {
        return new TreeSet<>(years.keySet());
    }

    public boolean isLoaded(LocalDate day) {
        return year(day).isPresent();
    }

    /** Empty when the day's year is not loaded. */
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        return year(day).map(year -> isWorked(year, day));
    }

    /** The n-th working day after a day that is itself not counted; empty when a year on the way is not loaded. */
    public Optional<LocalDate> plusWorkingDays(LocalDate received, int n) {
        return count(received, n).date();
    }

    /** The last day in time for something received on a day. */
    public Deadline due(LocalDate received, TimeLimit limit) {
        if (limit instanceof TimeLimit.Days days) {
            return new Deadline.On(received.plusDays(days.count()));
        }
        if (limit instanceof TimeLimit.Months months) {
            return new Deadline.On(received.plusMonths(months.count()));
        }
        return count(received, limit.count());
    }

    /** How many days of a loaded year are worked; empty when it is not loaded. */
    public Optional<Integer> workingDaysOf(int year) {
        return Optional.ofNullable(years.get(year)).map(loaded -> (int) loaded.from()
                .datesUntil(loaded.to().plusDays(1))
                .filter(day -> isWorked(loaded, day))
                .count());
    }

    private Deadline count(LocalDate received, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("at least one working day is counted, was " + n);
        }
        var day = received;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            var loaded = year(day);
            if (loaded.isEmpty()) {
                return new Deadline.CalendarMissing(day.getYear());
            }
            if (isWorked(loaded.get(), day)) {
                left--;
            }
        }
        return new Deadline.On(day);
    }

    private boolean isWorked(CalendarYear year, LocalDate day) {
        var date = MonthDay.from(day);
        return year.extraWorkingDays().contains(date)
                || (week.contains(day.getDayOfWeek()) && !year.daysOff().contains(date));
    }

    private Optional<CalendarYear> year(LocalDate day) {
        return Optional.ofNullable(years.get(day.getYear())).filter(year -> year.speaksOf(day));
    }
}
