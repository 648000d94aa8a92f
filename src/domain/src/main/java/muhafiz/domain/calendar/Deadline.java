package muhafiz.domain.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** The last day on which something is in time, or why there is no such day. */
public sealed interface Deadline {

    record On(LocalDate day) implements Deadline {}

    /** The count enters a year whose calendar is not loaded; compute again when it is (warning calendar-missing). */
    record CalendarMissing(int year) implements Deadline {}

    /** No rule sets a term. */
    record NotSet() implements Deadline {}

    default Optional<LocalDate> date() {
        return this instanceof On on ? Optional.of(on.day()) : Optional.empty();
    }

    default boolean isCalendarMissing() {
        return this instanceof CalendarMissing;
    }
}
