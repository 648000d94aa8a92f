package muhafiz.domain.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.domain.policy.RetentionRule.Bound;
import muhafiz.domain.policy.RetentionRule.ExceptionalPeriod;

/** Computes end dates from a class's rule and what has happened. Pure. */
public final class Retention {
    private final RetentionRule rule;
    private final Map<String, LocalDate> events;

    private Retention(RetentionRule rule, Map<String, LocalDate> events) {
        this.rule = rule;
        this.events = events;
    }

    /**
     * @param events by trigger (and, for floors that wait, by their own event) the date that counts; of an event that
     *     happened more than once the caller gives the date in force, for {@code last_action} the latest
     */
    public static RetentionEnd endOf(RecordClass recordClass, Map<String, LocalDate> events) {
        return new Retention(recordClass.retention(), events).end();
    }

    private RetentionEnd end() {
        if (rule.disposal() == Disposal.KEEP) {
            return new RetentionEnd.Kept(rule.id());
        }
        var exception = rule.exceptions().stream()
                .filter(found -> events.containsKey(found.event()))
                .findFirst();
        var name = exception.map(found -> rule.id() + ":" + found.condition()).orElse(rule.id());
        var period = exception.map(ExceptionalPeriod::period).or(rule::period);
        var trigger = first(rule.triggers());
        if (trigger.isEmpty() || period.isEmpty()) {
            return early().map(day -> floored(day, trigger, rule.id()))
                    .orElseGet(
                            () -> new RetentionEnd.Waiting(name, rule.triggers().get(0)));
        }
        var end = earlier(trigger.get().plus(period.get()), ceiling(trigger.get()));
        return floored(earlier(end, early()), trigger, name);
    }

    private RetentionEnd floored(LocalDate end, Optional<LocalDate> trigger, String name) {
        if (rule.floor().isEmpty()) {
            return new RetentionEnd.On(end, name, rule.disposal());
        }
        var floor = rule.floor().get();
        var least = floor.until().isPresent()
                ? floor.until().flatMap(this::dateOf)
                : floor.period().flatMap(period -> trigger.map(start -> start.plus(period)));
        return least.<RetentionEnd>map(day -> new RetentionEnd.On(later(end, day), name, rule.disposal()))
                .orElseGet(() -> new RetentionEnd.Waiting(
                        name, floor.until().orElse(rule.triggers().get(0))));
    }

    private Optional<LocalDate> ceiling(LocalDate trigger) {
        return rule.ceiling().flatMap(Bound::period).map((Period most) -> trigger.plus(most));
    }

    private Optional<LocalDate> early() {
        return first(rule.earlyEnd());
    }

    private Optional<LocalDate> first(List<String> triggers) {
        return triggers.stream().flatMap(trigger -> dateOf(trigger).stream()).min(LocalDate::compareTo);
    }

    private Optional<LocalDate> dateOf(String event) {
        return Optional.ofNullable(events.get(event));
    }

    private static LocalDate earlier(LocalDate day, Optional<LocalDate> other) {
        return other.filter(day::isAfter).orElse(day);
    }

    private static LocalDate later(LocalDate day, LocalDate other) {
        return day.isAfter(other) ? day : other;
    }
}
