package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.domain.calendar.TimeLimit;

/** What the readers of one file share: the ids it declares and the problems found so far. */
final class Reading {
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9]+");

    private final Part.Fields file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Ids, Set<String>> declared = new EnumMap<>(Ids.class);

    Reading(Part.Fields file) {
        this.file = file;
        for (var ids : Ids.values()) {
            declared.put(ids, ids.declaredIn(file));
        }
    }

    boolean isKnown(Ids ids, String id) {
        return declared.getOrDefault(ids, Set.of()).contains(id);
    }

    Set<String> declared(Ids ids) {
        return declared.getOrDefault(ids, Set.of());
    }

    void problem(Part at, String message) {
        problems.add(new Problem(at.line(), at.path().isEmpty() ? "file" : at.path(), message));
    }

    /** Checks a text that names something declared elsewhere. */
    void known(Part at, Ids ids, String id) {
        if (!isKnown(ids, id)) {
            problem(at, "unknown " + ids.noun() + " " + id);
        }
    }

    /** The best mark that a value can bear which names these sources; empty when the first is not declared. */
    Optional<Mark> bestMark(String sources) {
        return authorities(sources).stream().map(Authority::mark).min(Comparator.naturalOrder());
    }

    /** The authorities of the declared sources that a text names, parted by "; ". */
    List<Authority> authorities(String sources) {
        return Arrays.stream(sources.split("; ", -1))
                .map(SOURCE::matcher)
                .filter(Matcher::lookingAt)
                .flatMap(name -> file.fields("sources").flatMap(all -> all.fields(name.group())).stream())
                .flatMap(source -> source.at("authority").flatMap(Values::text).flatMap(Authority::of).stream())
                .toList();
    }

    /** A term of a clock, such as its answer; empty when it is not readable, which its own reader reports. */
    Optional<TimeLimit> clockTerm(String clock, String term) {
        var quiet = new Reading(file);
        return file.fields("clocks")
                .flatMap(clocks -> clocks.fields(clock))
                .flatMap(found -> found.fields(term))
                .flatMap(limit -> TermReader.limit(new FieldReader(quiet, limit)));
    }

    int found() {
        return problems.size();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
