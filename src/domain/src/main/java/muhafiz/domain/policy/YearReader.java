package muhafiz.domain.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.domain.calendar.HolidayRules;
import muhafiz.domain.calendar.WorkingCalendar;

/** Reads loaded years and holds each against the holiday rules and the working days it states itself. */
final class YearReader {
    private final HolidayRules rules;

    YearReader(HolidayRules rules) {
        this.rules = rules;
    }

    /** Years from the first to the last of January to December. */
    Map<Integer, CalendarYear> whole(FieldReader years) {
        return byNumber(years.all(this::wholeYear));
    }

    /** Pieces of years, for examples only. */
    Map<Integer, CalendarYear> partial(FieldReader years) {
        return byNumber(years.all(YearReader::partialYear));
    }

    private static Map<Integer, CalendarYear> byNumber(Map<String, CalendarYear> years) {
        var byNumber = new TreeMap<Integer, CalendarYear>();
        years.values().forEach(year -> byNumber.put(year.year(), year));
        return byNumber;
    }

    private Optional<CalendarYear> wholeYear(String name, FieldReader at) {
        var number = number(name, at);
        var off = Set.copyOf(Days.ofYear(at, "days_off"));
        var extra = Set.copyOf(Days.ofYear(at, "extra_working_days"));
        var stated = at.whole("working_days");
        var moving = moving(number, at.inner("moving"));
        var decided = at.has("days_off_by_decision") ? Days.ofYear(at, "days_off_by_decision") : List.<MonthDay>of();
        at.footing();
        var year = at.made(() -> CalendarYear.whole(number, off, extra));
        year.ifPresent(loaded -> {
            checkDaysOff(at, loaded, expected(number, moving, decided));
            checkCount(at, loaded, stated);
        });
        return year;
    }

    private static Optional<CalendarYear> partialYear(String name, FieldReader at) {
        var number = number(name, at);
        var off = Set.copyOf(Days.ofYear(at, "days_off"));
        var extra = Set.copyOf(Days.ofYear(at, "extra_working_days"));
        var from = Days.date(at, "from");
        var to = Days.date(at, "to");
        at.footing();
        return at.made(() -> new CalendarYear(number, off, extra, from, to));
    }

    private static int number(String name, FieldReader at) {
        if (!name.matches("20\\d\\d")) {
            at.reading().problem(at.fields(), "not a year from 2000 to 2099: " + name);
            return 2000;
        }
        return Integer.parseInt(name);
    }

    /** The days of the moving feasts, each given by its first and last day. */
    private static List<LocalDate> moving(int year, FieldReader at) {
        var all = new ArrayList<LocalDate>();
        for (var feast : at.fields().entries().keySet()) {
            var ends = Days.ofYear(at, feast);
            if (ends.size() != 2 || ends.get(1).isBefore(ends.get(0))) {
                at.problem(feast, "a feast has a first and a last day");
                continue;
            }
            var last = ends.get(1).atYear(year);
            ends.get(0).atYear(year).datesUntil(last.plusDays(1)).forEach(all::add);
        }
        return all;
    }

    /** What the holidays give, and the days that the Cabinet moved (Labour Code, art. 105(7)). */
    private SortedSet<LocalDate> expected(int year, List<LocalDate> moving, List<MonthDay> decided) {
        var off = new TreeSet<>(rules.daysOff(year, moving));
        decided.forEach(day -> off.add(day.atYear(year)));
        return off;
    }

    private static void checkDaysOff(FieldReader at, CalendarYear loaded, SortedSet<LocalDate> derived) {
        var stated = new TreeSet<LocalDate>();
        loaded.daysOff().forEach(day -> stated.add(day.atYear(loaded.year())));
        var differing = new TreeSet<>(stated);
        differing.addAll(derived);
        differing.removeIf(day -> stated.contains(day) && derived.contains(day));
        if (!differing.isEmpty()) {
            at.problem("days_off", "days off differ from what the holidays give: " + differing);
        }
    }

    private void checkCount(FieldReader at, CalendarYear loaded, int stated) {
        var year = Map.of(loaded.year(), loaded);
        int counted = new WorkingCalendar(rules.week(), year)
                .workingDaysOf(loaded.year())
                .orElse(0);
        if (counted != stated) {
            at.problem("working_days", counted + " working days counted, " + stated + " stated");
        }
    }
}
