package muhafiz.domain.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads days as the calendar writes them: 03-20 for every year, 2016-03-18 for one. */
final class Days {

    private Days() {}

    /** A list of days of the year, none twice. */
    static List<MonthDay> ofYear(FieldReader at, String key) {
        var days = new ArrayList<MonthDay>();
        for (var text : at.texts(key)) {
            var day = ofYear(text);
            day.ifPresent(days::add);
            if (day.isEmpty()) {
                at.reading().problem(at.place(key, text), "not a day such as 03-20: " + text);
            }
        }
        if (Set.copyOf(days).size() < days.size()) {
            at.problem(key, "a day stands twice");
        }
        return List.copyOf(days);
    }

    static Optional<MonthDay> ofYear(String text) {
        return parsed("--" + text, MonthDay::parse);
    }

    /** A date; any, after a problem, where there is none. */
    static LocalDate date(FieldReader at, String key) {
        var text = at.text(key);
        var date = parsed(text, LocalDate::parse);
        if (date.isEmpty() && !text.isEmpty()) {
            at.problem(key, "not a date such as 2016-03-14: " + text);
        }
        return date.orElse(LocalDate.EPOCH);
    }

    static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
