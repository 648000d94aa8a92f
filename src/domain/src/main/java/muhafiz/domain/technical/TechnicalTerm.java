package muhafiz.domain.technical;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import muhafiz.domain.policy.RetentionRule;

/**
 * How long technical data is kept.
 *
 * @param period from the day of capture on
 * @param ceiling the longest that a law allows; beats the period
 */
public record TechnicalTerm(Period period, Optional<Period> ceiling) {
    /** Of the class's rule; such data is never kept for ever. */
    public static TechnicalTerm of(RetentionRule rule) {
        return new TechnicalTerm(
                rule.period().orElseThrow(() -> new IllegalArgumentException("technical data is kept for a period")),
                rule.ceiling().flatMap(RetentionRule.Bound::period));
    }

    /** The day on which what was captured on that day ends. */
    public LocalDate endOf(LocalDate captured) {
        LocalDate end = captured.plus(period);
        return ceiling.map(captured::plus).filter(end::isAfter).orElse(end);
    }

    /** Whether it has ended by then. */
    public boolean isOver(LocalDate captured, LocalDate today) {
        return !endOf(captured).isAfter(today);
    }
}
