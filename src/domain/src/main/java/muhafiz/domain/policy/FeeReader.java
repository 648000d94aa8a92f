package muhafiz.domain.policy;

import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a service's fee; {@code same_as} is followed, and refused where it comes back to itself. */
final class FeeReader {
    private final FieldReader file;
    private final Map<String, Part.Fields> services = new HashMap<>();

    FeeReader(FieldReader file) {
        this.file = file;
        file.fields()
                .at("eservices")
                .flatMap(Values::list)
                .orElse(List.of())
                .forEach(service -> service.at("id").flatMap(Values::text).ifPresent(id -> services.put(id, service)));
    }

    /** Empty where the fee is left open. */
    Optional<Fee> fee(FieldReader service) {
        return service.maybeInner("fee").flatMap(at -> at.has("same_as") ? sameAs(at) : own(at));
    }

    private Optional<Fee> sameAs(FieldReader at) {
        var other = at.id("same_as", Ids.SERVICE);
        if (at.made(() -> other).isEmpty()) {
            return Optional.empty();
        }
        var seen = new HashSet<>(Set.of(at.fields().line() + "@" + at.fields().path()));
        var next = feeOf(other);
        while (next.filter(fee -> fee.at("same_as").isPresent()).isPresent()) {
            if (!seen.add(next.get().line() + "@" + next.get().path())) {
                at.problem("same_as", "fees that are the same as each other, in a circle");
                return Optional.empty();
            }
            next = next.get().words("same_as").stream().findFirst().flatMap(this::feeOf);
        }
        return next.flatMap(fee -> own(new FieldReader(new Reading(file.fields()), fee)));
    }

    private Optional<Part.Fields> feeOf(String service) {
        return Optional.ofNullable(services.get(service)).flatMap(fields -> fields.fields("fee"));
    }

    private static Optional<Fee> own(FieldReader at) {
        if (at.has("currency")) {
            at.only("currency", "AZN");
        }
        if (at.has("by_term")) {
            return byTerm(at);
        }
        if (at.has("range")) {
            return between(at);
        }
        if (at.has("adult")) {
            return byAge(at);
        }
        var amount = at.whole("amount");
        var footing = at.footing();
        return at.made(() -> new Fee.Flat(amount, footing));
    }

    private static Optional<Fee> byTerm(FieldReader at) {
        var rows = at.inner("by_term");
        var table = new HashMap<Period, SortedMap<Integer, Integer>>();
        rows.fields().entries().keySet().forEach(term -> table.put(term(rows, term), tiers(rows.inner(term))));
        var footing = at.footing();
        return at.made(() -> new Fee.ByTerm(table, footing));
    }

    private static SortedMap<Integer, Integer> tiers(FieldReader row) {
        var tiers = new TreeMap<Integer, Integer>();
        for (var days : row.fields().entries().keySet()) {
            if (!days.matches("[1-9]\\d{0,2}")) {
                row.problem(days, "not a number of working days: " + days);
                continue;
            }
            tiers.put(Integer.valueOf(days), row.whole(days));
        }
        return Collections.unmodifiableSortedMap(tiers);
    }

    private static Optional<Fee> between(FieldReader at) {
        var range = at.wholes("range");
        var footing = at.footing();
        if (range.size() != 2) {
            at.problem("range", "a range is two amounts");
        }
        return at.made(() -> new Fee.Between(range.get(0), range.get(1), footing));
    }

    private static Optional<Fee> byAge(FieldReader at) {
        var adult = byPeriod(at.inner("adult"));
        var minor = byPeriod(at.inner("minor"));
        var footing = at.footing();
        return at.made(() -> new Fee.ByAge(adult, minor, footing));
    }

    private static Map<Period, Integer> byPeriod(FieldReader at) {
        var fees = new HashMap<Period, Integer>();
        at.fields().entries().keySet().forEach(term -> fees.put(term(at, term), at.whole(term)));
        return fees;
    }

    private static Period term(FieldReader at, String text) {
        var term = Values.period(text);
        if (term.isEmpty()) {
            at.problem(text, "not a period such as P1Y: " + text);
        }
        return term.orElse(Period.ZERO);
    }
}
