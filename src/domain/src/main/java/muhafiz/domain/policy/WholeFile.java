package muhafiz.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that hold wherever in the file something stands: sources, marks, and ids in running text. */
final class WholeFile {
    private static final Pattern SOURCE = Pattern.compile("(seed\\d{3}):[\\d,-]+|([A-Za-z0-9]+)");
    private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9-])(RC|RG|CLK|PR|LB|P|D|OV)(-[A-Z0-9][A-Z0-9-]*)");
    private static final Map<String, Ids> PREFIXES = Map.of(
            "RC", Ids.CLASS,
            "RG", Ids.GROUND,
            "CLK", Ids.CLOCK,
            "PR", Ids.PROHIBITION,
            "LB", Ids.BASIS,
            "P", Ids.PURPOSE,
            "D", Ids.DISCLOSURE,
            "OV", Ids.OVERLAY);

    private final Reading reading;

    private WholeFile(Reading reading) {
        this.reading = reading;
    }

    static void check(Part.Fields file, Reading reading) {
        new WholeFile(reading).walk(file);
    }

    private void walk(Part part) {
        if (part instanceof Part.Fields fields) {
            fields.entries().forEach((key, value) -> field(fields, key, value));
            fields.entries().values().forEach(this::walk);
        } else if (part instanceof Part.Series series) {
            series.items().forEach(this::walk);
        } else if (part instanceof Part.Text text) {
            ids(text);
        }
    }

    private void field(Part.Fields in, String key, Part value) {
        if (key.equals("src") || key.endsWith("_src")) {
            source(value, List.of(text(value).split("; ", -1)));
        } else if (List.of("benchmark", "conflicts_with", "ref").contains(key)) {
            source(value, List.of(text(value)));
        } else if (key.endsWith("_status") || key.startsWith("status_of")) {
            mark(value);
        } else if (key.equals("status")) {
            mark(value);
            founded(in, value);
        }
    }

    private static String text(Part part) {
        return Values.text(part).orElse("");
    }

    private void source(Part at, List<String> named) {
        for (var name : named) {
            var found = SOURCE.matcher(name);
            if (!found.lookingAt() || !reading.isKnown(Ids.SOURCE, first(found))) {
                reading.problem(at, "unknown source " + name);
            }
        }
    }

    private static String first(Matcher found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private void mark(Part at) {
        if (Mark.of(text(at)).isEmpty()) {
            reading.problem(at, "unknown mark " + text(at) + "; the marks are sourced, reported, unofficial, assumed");
        }
    }

    /** A value that is not assumed names a source that can bear its mark. */
    private void founded(Part.Fields in, Part status) {
        var mark = Mark.of(text(status));
        if (mark.isEmpty() || mark.get() == Mark.ASSUMED) {
            return;
        }
        var sources = in.words("src");
        if (sources.isEmpty()) {
            reading.problem(status, mark.get().word() + " without a source");
            return;
        }
        var best = reading.bestMark(sources.get(0));
        if (best.isPresent() && best.get().compareTo(mark.get()) > 0) {
            reading.problem(
                    status,
                    mark.get().word() + ", but the source is " + best.get().word() + " at best");
        }
    }

    private void ids(Part.Text text) {
        var found = ID.matcher(text.value());
        while (found.find()) {
            var ids = PREFIXES.get(found.group(1));
            if (ids != null) {
                reading.known(text, ids, found.group());
            }
        }
    }
}
