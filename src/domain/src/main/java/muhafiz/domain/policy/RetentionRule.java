package muhafiz.domain.policy;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * When a class's items end.
 *
 * @param id the class's id
 * @param triggers the events that start the period; the first to happen counts
 * @param period empty only where items are kept
 * @param mark a rule whose mark is assumed may propose, never destroy
 * @param exceptions other periods, under a condition
 * @param earlyEnd events that end it at once
 */
public record RetentionRule(
        String id,
        List<String> triggers,
        Optional<Period> period,
        Disposal disposal,
        Mark mark,
        Optional<String> benchmark,
        Optional<Bound> floor,
        Optional<Bound> ceiling,
        List<ExceptionalPeriod> exceptions,
        List<String> earlyEnd) {

    public RetentionRule {
        triggers = List.copyOf(triggers);
        exceptions = List.copyOf(exceptions);
        earlyEnd = List.copyOf(earlyEnd);
        if (triggers.isEmpty()) {
            throw new IllegalArgumentException("no trigger");
        }
        if (period.isEmpty() != (disposal == Disposal.KEEP)) {
            throw new IllegalArgumentException("only what is kept has no period");
        }
        checkBounds(period, floor, ceiling);
        exceptions.forEach(exception -> checkBounds(Optional.of(exception.period()), floor, ceiling));
    }

    private static void checkBounds(Optional<Period> period, Optional<Bound> floor, Optional<Bound> ceiling) {
        var least = floor.flatMap(Bound::period).map(Values::length).orElse(0L);
        var most = ceiling.flatMap(Bound::period).map(Values::length).orElse(Long.MAX_VALUE);
        if (least > most) {
            throw new IllegalArgumentException("the floor is above the ceiling");
        }
        period.map(Values::length).filter(length -> length < least).ifPresent(length -> {
            throw new IllegalArgumentException("the period is shorter than its floor");
        });
        period.map(Values::length).filter(length -> length > most).ifPresent(length -> {
            throw new IllegalArgumentException("the period is longer than its ceiling");
        });
    }

    /** Whether somebody with authority stands behind the period. */
    public boolean isConfirmed() {
        return mark != Mark.ASSUMED;
    }

    /**
     * A law's minimum or maximum, from the trigger on, or until an event of another item.
     *
     * @param period there, unless {@code until} is
     * @param until such as disclosed_record_ended
     */
    public record Bound(Optional<Period> period, Optional<String> until, Footing footing) {
        public Bound {
            if (period.isPresent() == until.isPresent()) {
                throw new IllegalArgumentException("a bound has a period or an event, not both");
            }
        }
    }

    /**
     * A period that holds instead when an event happened.
     *
     * @param condition its name, such as overstay
     * @param event the trigger that shows it
     */
    public record ExceptionalPeriod(String condition, String event, Period period, Footing footing) {}
}
