package muhafiz.domain.policy.table;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.calendar.TimeLimit;
import muhafiz.domain.policy.Footing;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.RetentionRule;

/** How values stand in a table: words parted by blanks, a dash for nothing, sets in the order of the alphabet. */
final class Cells {
    private Cells() {}

    static String row(Object... cells) {
        return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | "));
    }

    static String listed(Collection<String> words) {
        return words.isEmpty() ? "-" : String.join(" ", words);
    }

    static String sorted(Stream<String> words) {
        return listed(words.sorted().toList());
    }

    static String sorted(Collection<String> words) {
        return sorted(words.stream());
    }

    static String maybe(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    static String yes(boolean claim) {
        return claim ? "yes" : "no";
    }

    static String mark(Footing footing) {
        return footing.mark().word();
    }

    static String limit(TimeLimit limit) {
        if (limit instanceof TimeLimit.WorkingDays) {
            return limit.count() + "wd";
        }
        return limit.count() + (limit instanceof TimeLimit.Days ? "d" : "m");
    }

    static String bound(RetentionRule.Bound bound) {
        var until = bound.until().map(event -> "until:" + event);
        return bound.period().map(Object::toString).or(() -> until).orElse("-") + ":" + mark(bound.footing());
    }

    static String scope(Grant.Scope scope) {
        return scope instanceof Grant.Scope.Classes listed
                ? sorted(listed.classes())
                : ((Grant.Scope.Of) scope).set().word();
    }
}
