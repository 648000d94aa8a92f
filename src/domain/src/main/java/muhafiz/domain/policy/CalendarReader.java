package muhafiz.domain.policy;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import muhafiz.domain.calendar.HolidayRules;
import muhafiz.domain.calendar.WorkingCalendar;

/** Reads the calendar: its rules, its loaded years, and the examples the file computes itself by. */
final class CalendarReader {

    private CalendarReader() {}

    /** The calendar, when nothing in it was wrong. */
    static Optional<CalendarSection> read(FieldReader file) {
        var at = file.inner("calendar");
        at.text("office_hours");
        at.only("first_counted_day", "next_working_day");
        at.only("weekend_collision", "shift_to_next_working_day");
        at.only("missing_year", "receive_and_compute_later");
        at.only("swaps_by_cabinet_decision", "allowed");
        at.texts("yearly_holidays_must_be_loaded");
        at.also("holidays_src");
        return rules(at).flatMap(rules -> years(at, rules));
    }

    private static Optional<HolidayRules> rules(FieldReader at) {
        at.texts("week");
        var week = Set.copyOf(at.words("week", "day of the week", CalendarReader::dayOfWeek));
        var fixed = Days.ofYear(at, "fixed_holidays");
        var mourning = Days.ofYear(at.text("mourning_day"));
        if (mourning.isEmpty()) {
            at.problem("mourning_day", "not a day such as 01-20");
        }
        if (week.isEmpty()) {
            at.problem("week", "a week without a working day");
            return Optional.empty();
        }
        return Optional.of(new HolidayRules(week, fixed, mourning.orElse(MonthDay.of(1, 1))));
    }

    private static Optional<CalendarSection> years(FieldReader at, HolidayRules rules) {
        var reader = new YearReader(rules);
        var years = new TreeMap<>(reader.whole(at.inner("years")));
        var known = new TreeMap<>(years);
        at.maybeInner("partial_years")
                .ifPresent(partial -> reader.partial(partial).forEach((number, year) -> {
                    if (known.putIfAbsent(number, year) != null) {
                        partial.problem(String.valueOf(number), "this year is loaded whole");
                    }
                }));
        var vectors = new VectorCheck(new WorkingCalendar(rules.week(), known), rules);
        at.list("test_vectors", vectors::check);
        return at.made(() -> new CalendarSection(new WorkingCalendar(rules.week(), Map.copyOf(years)), rules));
    }

    private static Optional<DayOfWeek> dayOfWeek(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(word))
                .findFirst();
    }
}
