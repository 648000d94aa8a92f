package muhafiz.service.audit;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import muhafiz.domain.calendar.WorkingCalendar;

/**
 * When the office works, of a working day.
 *
 * @param opens the first minute
 * @param closes the first minute no more
 */
record OfficeHours(LocalTime opens, LocalTime closes) {
    OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("the office opens before it closes");
        }
    }

    /** @param text such as {@code 08:00-20:00} */
    static OfficeHours read(String text) {
        try {
            String[] times = text.split("-", -1);
            if (times.length == 2) {
                return new OfficeHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("access.hours are as 08:00-20:00, were " + text, e);
        }
        throw new IllegalArgumentException("access.hours are as 08:00-20:00, were " + text);
    }

    /** Whether nobody is expected to work in the hour that begins then. A day of a year that is not loaded counts as a working day. */
    boolean areOver(ZonedDateTime begins, WorkingCalendar calendar) {
        LocalTime time = begins.toLocalTime();
        return calendar.isWorkingDay(begins.toLocalDate())
                        .filter(works -> !works)
                        .isPresent()
                || time.isBefore(opens)
                || !time.isBefore(closes);
    }
}
