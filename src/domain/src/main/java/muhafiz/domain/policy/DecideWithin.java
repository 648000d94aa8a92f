package muhafiz.domain.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.calendar.TimeLimit;
import muhafiz.domain.calendar.WorkingCalendar;

/**
 * Within which time the service decides.
 *
 * @param limit the longest it may take
 * @param fees the table that shortens it, by term and fee paid; empty where paying more changes nothing
 * @param clock the clock it follows, where it names one
 */
public record DecideWithin(TimeLimit limit, Optional<Fee.ByTerm> fees, Optional<String> clock, Footing footing) {

    /**
     * The last day for the decision. Amount alone has no clock: 700 manat for a work permit buy 10 working days for
     * three months and 15 for six.
     */
    public Deadline deadline(
            WorkingCalendar calendar, LocalDate received, Optional<Period> term, Optional<BigDecimal> paid) {
        var bought = fees.flatMap(table -> term.flatMap(t -> paid.flatMap(p -> table.workingDays(t, p))));
        return calendar.due(
                received, bought.<TimeLimit>map(TimeLimit.WorkingDays::new).orElse(limit));
    }
}
