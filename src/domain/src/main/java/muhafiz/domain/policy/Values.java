package muhafiz.domain.policy;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a part of the file can be read as. */
final class Values {
    /** The file's own spelling: one number, one unit. */
    private static final Pattern PERIOD = Pattern.compile("P\\d{1,4}[YMD]");

    private Values() {}

    static Optional<String> text(Part part) {
        return part instanceof Part.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    static Optional<Integer> count(Part part) {
        return part instanceof Part.Whole whole && whole.value() >= 0 && whole.value() <= Integer.MAX_VALUE
                ? Optional.of((int) whole.value())
                : Optional.empty();
    }

    static Optional<List<Integer>> counts(Part part) {
        if (!(part instanceof Part.Series series)) {
            return Optional.empty();
        }
        var counts =
                series.items().stream().flatMap(item -> count(item).stream()).toList();
        return counts.size() == series.items().size() ? Optional.of(counts) : Optional.empty();
    }

    static Optional<Boolean> truth(Part part) {
        return part instanceof Part.Truth truth ? Optional.of(truth.value()) : Optional.empty();
    }

    static Optional<Period> period(Part part) {
        return text(part).flatMap(Values::period);
    }

    static Optional<Period> period(String text) {
        try {
            return PERIOD.matcher(text).matches() ? Optional.of(Period.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** One text, or a list of nothing but texts. */
    static Optional<List<String>> words(Part part) {
        if (part instanceof Part.Series series
                && part.words().size() < series.items().size()) {
            return Optional.empty();
        }
        return part instanceof Part.Series || part instanceof Part.Text ? Optional.of(part.words()) : Optional.empty();
    }

    static Optional<Part.Fields> fields(Part part) {
        return part instanceof Part.Fields fields ? Optional.of(fields) : Optional.empty();
    }

    /** A list of nothing but mappings. */
    static Optional<List<Part.Fields>> list(Part part) {
        if (!(part instanceof Part.Series series) || !series.items().stream().allMatch(Part.Fields.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(series.items().stream().map(Part.Fields.class::cast).toList());
    }

    /** Days that a period takes from the start of 2000 on: good enough to say which of two is longer. */
    static long length(Period period) {
        var start = LocalDate.of(2000, 1, 1);
        return start.until(start.plus(period), ChronoUnit.DAYS);
    }
}
