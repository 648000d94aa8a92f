package muhafiz.domain.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.domain.calendar.HolidayRules;
import muhafiz.domain.calendar.WorkingCalendar;

/** Reads the calendar, and holds each loaded year against the holiday rules and its own count. */
final class CalendarReader {
    private final FieldReader at;
    private final HolidayRules rules;
    private final Map<Integer, CalendarYear> years = new TreeMap<>();
    private final Map<Integer, CalendarYear> partial = new TreeMap<>();

    private CalendarReader(FieldReader at) {
        this.at = at;
        var week = Set.copyOf(at.words("week", "day of the week", CalendarReader::dayOfWeek));
        rules = new HolidayRules(
                week,
                days(at, "fixed_holidays"),
                monthDay(at.text("mourning_day")).orElse(MonthDay.of(1, 1)));
        at.texts("week");
    }

    /** The calendar, when nothing in it was wrong. */
    static Optional<CalendarSection> read(FieldReader file) {
        var at = file.inner("calendar");
        var reader = new CalendarReader(at);
        at.inner("years").all(reader::year);
        at.maybeInner("partial_years").ifPresent(years -> years.all(reader::partialYear));
        return reader.made();
    }

    private Optional<CalendarSection> made() {
        at.text("office_hours");
        only("first_counted_day", "next_working_day");
        only("weekend_collision", "shift_to_next_working_day");
        only("missing_year", "receive_and_compute_later");
        only("swaps_by_cabinet_decision", "allowed");
        at.texts("yearly_holidays_must_be_loaded");
        if (monthDay(at.text("mourning_day")).isEmpty()) {
            at.problem("mourning_day", "not a day such as 01-20");
        }
        at.also("holidays_src");
        var vectors = at.list("test_vectors", found -> Optional.of(found));
        if (!rules.week().isEmpty()) {
            var all = new TreeMap<>(years);
            all.putAll(partial);
            var check = new VectorCheck(new WorkingCalendar(rules.week(), all), rules);
            vectors.forEach(check::check);
        }
        return at.made(() -> new CalendarSection(new WorkingCalendar(rules.week(), years), rules));
    }

    private void only(String key, String word) {
        var found = at.text(key);
        if (!found.isEmpty() && !found.equals(word)) {
            at.problem(key, "the archive knows only " + word + ", found " + found);
        }
    }

    private Optional<CalendarYear> year(String name, FieldReader year) {
        var off = days(year, "days_off");
        var extra = days(year, "extra_working_days");
        var stated = year.whole("working_days");
        var moving = moving(name, year.inner("moving"));
        year.footing();
        var number = number(name, year);
        var read = year.made(() -> CalendarYear.whole(number, Set.copyOf(off), Set.copyOf(extra)));
        read.ifPresent(loaded -> {
            years.put(number, loaded);
            check(year, loaded, moving, stated);
        });
        return read;
    }

    private void check(FieldReader at, CalendarYear loaded, List<LocalDate> moving, int stated) {
        var off = new TreeSet<LocalDate>();
        loaded.daysOff().forEach(day -> off.add(day.atYear(loaded.year())));
        var derived = rules.daysOff(loaded.year(), moving);
        if (!off.equals(derived)) {
            var differ = new TreeSet<>(off);
            differ.addAll(derived);
            differ.removeIf(day -> off.contains(day) && derived.contains(day));
            at.problem("days_off", "days off differ from what the holidays give: " + differ);
        }
        if (rules.week().isEmpty()) {
            return;
        }
        int counted = new WorkingCalendar(rules.week(), Map.of(loaded.year(), loaded))
                .workingDaysOf(loaded.year())
                .orElse(0);
        if (counted != stated) {
            at.problem("working_days", counted + " working days counted, " + stated + " stated");
        }
    }

    private Optional<CalendarYear> partialYear(String name, FieldReader year) {
        var off = days(year, "days_off");
        var extra = days(year, "extra_working_days");
        var from = date(year, "from");
        var to = date(year, "to");
        year.footing();
        var number = number(name, year);
        var read = year.made(() -> new CalendarYear(number, Set.copyOf(off), Set.copyOf(extra), from, to));
        read.ifPresent(loaded -> partial.put(number, loaded));
        return read;
    }

    private static int number(String name, FieldReader year) {
        if (!name.matches("20\\d\\d")) {
            year.reading().problem(year.fields(), "not a year from 2000 to 2099: " + name);
            return 2000;
        }
        return Integer.parseInt(name);
    }

    /** The days of the moving feasts, each given by its first and last day. */
    private static List<LocalDate> moving(String year, FieldReader at) {
        var all = new ArrayList<LocalDate>();
        for (var feast : at.fields().entries().keySet()) {
            var ends = at.texts(feast).stream()
                    .flatMap(day -> monthDay(day).stream())
                    .toList();
            if (ends.size() != 2 || ends.get(1).isBefore(ends.get(0)) || !year.matches("20\\d\\d")) {
                at.problem(feast, "a feast has a first and a last day");
                continue;
            }
            int number = Integer.parseInt(year);
            ends.get(0)
                    .atYear(number)
                    .datesUntil(ends.get(1).atYear(number).plusDays(1))
                    .forEach(all::add);
        }
        return all;
    }

    private static List<MonthDay> days(FieldReader at, String key) {
        var texts = at.fields().at(key).flatMap(Values::words).isEmpty() ? at.texts(key) : at.maybeTexts(key);
        texts.stream()
                .filter(text -> monthDay(text).isEmpty())
                .forEach(text -> at.problem(key, "not a day such as 03-20: " + text));
        var days = texts.stream().flatMap(text -> monthDay(text).stream()).toList();
        if (Set.copyOf(days).size() < days.size()) {
            at.problem(key, "a day stands twice");
        }
        return days;
    }

    private static LocalDate date(FieldReader at, String key) {
        var text = at.text(key);
        var date = parsed(text, LocalDate::parse);
        if (date.isEmpty() && !text.isEmpty()) {
            at.problem(key, "not a date such as 2016-03-14");
        }
        return date.orElse(LocalDate.EPOCH);
    }

    private static Optional<MonthDay> monthDay(String text) {
        return parsed("--" + text, MonthDay::parse);
    }

    static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayOfWeek> dayOfWeek(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(word))
                .findFirst();
    }
}
