package muhafiz.service.statistics;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.domain.statistics.Extent;
import muhafiz.domain.statistics.Split;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * Which table is asked for: of whole months, all of them over, or of one label.
 *
 * @param period how the table calls its period; 1 to 100 characters
 * @param periods months, or the one label
 */
public record TableQuestion(String period, Set<String> periods, Set<String> units, Split by, boolean isOfMonths) {
    private static final int MOST_MONTHS = 120;
    private static final int LONGEST = 100;

    /** What was said of the period, in words. */
    public record Span(Optional<String> from, Optional<String> to, Optional<String> label) {}

    public TableQuestion {
        periods = new TreeSet<>(periods);
        units = new TreeSet<>(units);
    }

    /** @throws RefusedException {@code malformed} */
    public static TableQuestion of(Span span, Optional<String> by, Set<String> units) {
        Split split = Split.of(by.orElse(Split.NONE.word()))
                .orElseThrow(() -> malformed("by", "is none, unit, service or month"));
        if (span.from().isEmpty() && span.to().isEmpty()) {
            String label =
                    span.label().orElseThrow(() -> malformed("from", "name the months from and to, or a period"));
            if (label.matches("[0-9]{4}-[0-9]{2}")) {
                throw malformed("period", "is a label; months are named by from and to");
            }
            return new TableQuestion(checked(label), Set.of(label), units, split, false);
        }
        YearMonth first = month("from", span.from());
        YearMonth last = month("to", span.to());
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS - 1L).isBefore(last)) {
            throw malformed("to", "is no earlier than from, and within ten years of it");
        }
        Set<String> months = new TreeSet<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month.toString());
        }
        String words = first.equals(last) ? first.toString() : first + "/" + last;
        return new TableQuestion(checked(span.label().orElse(words)), months, units, split, true);
    }

    Extent extent() {
        return new Extent(periods, units, by);
    }

    private static String checked(String label) {
        if (label.isBlank() || label.length() > LONGEST) {
            throw malformed("period", "has 1 to " + LONGEST + " characters");
        }
        return label;
    }

    private static YearMonth month(String name, Optional<String> text) {
        try {
            return YearMonth.parse(text.orElse(""));
        } catch (DateTimeParseException e) {
            throw malformed(name, "is a month, such as 2026-01");
        }
    }

    private static RefusedException malformed(String name, String need) {
        return new RefusedException(Refusal.MALFORMED, name + " " + need, Map.of("member", name));
    }
}
