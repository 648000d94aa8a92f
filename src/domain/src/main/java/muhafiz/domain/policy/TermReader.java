package muhafiz.domain.policy;

import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.domain.calendar.TimeLimit;

/** Reads terms: how many working days, days or months somebody has. */
final class TermReader {

    private TermReader() {}

    /** Exactly one of working_days, days, months. */
    static Optional<TimeLimit> limit(FieldReader at) {
        var working = at.maybeWhole("working_days");
        var days = at.maybeWhole("days");
        var months = at.maybeWhole("months");
        if (Stream.of(working, days, months).filter(Optional::isPresent).count() != 1) {
            at.reading().problem(at.fields(), "exactly one of working_days, days, months is needed");
            return Optional.empty();
        }
        try {
            return working.<TimeLimit>map(TimeLimit.WorkingDays::new)
                    .or(() -> days.map(TimeLimit.Days::new))
                    .or(() -> months.map(TimeLimit.Months::new));
        } catch (IllegalArgumentException e) {
            at.reading().problem(at.fields(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A mapping that is nothing but a limit, and words beside it. */
    static Optional<TimeLimit> maybeLimit(FieldReader at, String key, String... beside) {
        return at.maybeInner(key).flatMap(inner -> {
            var limit = limit(inner.also(beside));
            return inner.made(() -> limit).flatMap(found -> found);
        });
    }

    /** Empty where no term is known. */
    static Optional<DecideWithin> decideWithin(FieldReader service, Optional<Fee> fee) {
        return service.maybeInner("decide_within").flatMap(at -> at.has("clock") ? byClock(at) : byCount(at, fee));
    }

    private static Optional<DecideWithin> byClock(FieldReader at) {
        var clock = at.id("clock", Ids.CLOCK);
        var footing = at.footing();
        var limit = at.reading().clockTerm(clock, "answer");
        return at.made(() -> new DecideWithin(
                limit.orElseThrow(() -> new IllegalArgumentException("clock " + clock + " has no answer term")),
                Optional.empty(),
                Optional.of(clock),
                footing));
    }

    private static Optional<DecideWithin> byCount(FieldReader at, Optional<Fee> fee) {
        var limit = limit(at.also("tiers"));
        var shorter = at.maybeText("shorter_by");
        shorter.filter(by -> !by.equals("fee_and_term"))
                .ifPresent(by -> at.problem("shorter_by", "only fee_and_term shortens a term, found " + by));
        var table = fee.filter(Fee.ByTerm.class::isInstance).map(Fee.ByTerm.class::cast);
        if (shorter.isPresent() && table.isEmpty()) {
            at.problem("shorter_by", "the fee has no table by term");
        }
        if (shorter.isPresent() && limit.isPresent() && table.isPresent()) {
            checkSlowest(at, limit.get(), table.get());
        }
        var footing = at.footing();
        return at.made(
                () -> new DecideWithin(limit.orElseThrow(), shorter.flatMap(by -> table), Optional.empty(), footing));
    }

    private static void checkSlowest(FieldReader at, TimeLimit limit, Fee.ByTerm table) {
        var fits =
                table.feeByDays().values().stream().allMatch(row -> !row.isEmpty() && row.lastKey() == limit.count());
        if (!fits) {
            at.problem("working_days", "the slowest tier of every term is the term itself");
        }
    }
}
