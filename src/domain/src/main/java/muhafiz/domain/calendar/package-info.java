/**
 * Working days of the office, and the dates that are counted in them.
 *
 * <p>A {@link muhafiz.domain.calendar.WorkingCalendar} knows only the years that somebody loaded: Novruz, Ramazan and
 * Gurban are announced each December and the Cabinet may swap days, so a year cannot be guessed. A count that would
 * enter a year that is not loaded answers {@link muhafiz.domain.calendar.Deadline.CalendarMissing}; the request itself
 * is received all the same, and its date is computed when the year is there.
 *
 * <p>The day of receipt is never counted: the first day counted is the next working day (Law on Obtaining Information,
 * art. 24.5). With the year 2026 loaded, seven working days from Thursday 15 January end on Tuesday the 27th, because
 * the 20th is a day of mourning:
 *
 * <pre>{@code
 * calendar.due(LocalDate.parse("2026-01-15"), new TimeLimit.WorkingDays(7)) // On[date=2026-01-27]
 * }</pre>
 */
@NullMarked
package muhafiz.domain.calendar;

import org.jspecify.annotations.NullMarked;
