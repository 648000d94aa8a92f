package muhafiz.domain.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.calendar.HolidayRules;
import muhafiz.domain.calendar.TimeLimit;
import muhafiz.domain.calendar.WorkingCalendar;

/** Computes the dates that the file itself gives as examples. */
final class VectorCheck {
    private final WorkingCalendar calendar;
    private final HolidayRules rules;

    VectorCheck(WorkingCalendar calendar, HolidayRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    Optional<FieldReader> check(FieldReader at) {
        at.also("src");
        if (at.has("holiday")) {
            var holiday = Days.date(at, "holiday");
            same(
                    at,
                    "day_off",
                    rules.daysOff(holiday.getYear(), List.of()).stream()
                            .filter(day -> day.isAfter(holiday))
                            .findFirst());
        } else if (at.has("last_working_day")) {
            same(at, "next_working_day", calendar.plusWorkingDays(Days.date(at, "last_working_day"), 1));
        } else {
            var clock = at.id("clock", Ids.CLOCK);
            var received = Days.date(at, "received");
            at.reading().clockTerm(clock, "refuse").ifPresent(limit -> due(at, "refuse_by", received, limit));
            at.reading().clockTerm(clock, "answer").ifPresent(limit -> due(at, "answer_by", received, limit));
        }
        return at.made(() -> at);
    }

    private void due(FieldReader at, String key, LocalDate received, TimeLimit limit) {
        same(at, key, calendar.due(received, limit).date());
    }

    private static void same(FieldReader at, String key, Optional<LocalDate> computed) {
        var stated = Days.date(at, key);
        if (computed.filter(stated::equals).isEmpty()) {
            at.problem(key, "computed " + computed.map(LocalDate::toString).orElse("nothing, a year is not loaded"));
        }
    }
}
