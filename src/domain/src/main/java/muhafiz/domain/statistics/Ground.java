package muhafiz.domain.statistics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The counters, put together so far that nobody who knows all of these tables could tell them apart, and the figures of the tables as sums
 * of them.
 */
final class Ground {
    /**
     * Counters that every table treats alike.
     *
     * @param place the unit and period they are of, as the tables see them
     */
    record Lump(String row, String place, long count) {}

    /** A figure's own lumps, by their number. */
    record Sum(String row, String part, Set<Integer> lumps, long count) {}

    /** The unit of a period in which nobody counted. */
    private static final String NOWHERE = "none";

    private record Key(String row, String source, String unit, String period) {}

    private final Map<Key, Integer> numbers = new LinkedHashMap<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<Tally> tallies;
    private final List<Extent> tables;

    /** @param sources of each row what it counts */
    Ground(Collection<Tally> counted, Map<String, List<String>> sources, List<Extent> tables) {
        this.tables = List.copyOf(tables);
        this.tallies = dense(counted, sources);
        for (Tally tally : tallies) {
            int number = numbers.computeIfAbsent(key(tally), key -> {
                counts.add(0L);
                return counts.size() - 1;
            });
            counts.set(number, counts.get(number) + tally.count());
        }
    }

    /** What nobody counted yet is none: a figure too, and the smallest. */
    private List<Tally> dense(Collection<Tally> counted, Map<String, List<String>> sources) {
        Set<String> units = new TreeSet<>();
        Set<String> periods = new TreeSet<>();
        tables.forEach(table -> {
            units.addAll(table.units());
            periods.addAll(table.periods());
        });
        Map<List<String>, Long> all = new LinkedHashMap<>();
        List<Tally> inside = counted.stream()
                .filter(tally -> periods.contains(tally.period()))
                .toList();
        inside.forEach(tally -> units.add(tally.unit()));
        if (units.isEmpty()) {
            units.add(NOWHERE);
        }
        for (Map.Entry<String, List<String>> row : sources.entrySet()) {
            for (String source : row.getValue()) {
                for (String unit : units) {
                    periods.forEach(period -> all.put(List.of(period, row.getKey(), source, unit), 0L));
                }
            }
        }
        inside.forEach(tally -> all.merge(
                List.of(tally.period(), tally.row(), tally.source(), tally.unit()), tally.count(), Long::sum));
        return all.entrySet().stream()
                .map(one -> new Tally(
                        one.getKey().get(0),
                        one.getKey().get(1),
                        one.getKey().get(2),
                        one.getKey().get(3),
                        one.getValue()))
                .toList();
    }

    private Key key(Tally tally) {
        String source = tables.stream().anyMatch(table -> table.by() == Split.SERVICE) ? tally.source() : "*";
        return new Key(
                tally.row(),
                source,
                tables.stream().map(table -> table.sightOfUnit(tally.unit())).collect(Collectors.joining("|")),
                tables.stream()
                        .map(table -> table.sightOfPeriod(tally.period()))
                        .collect(Collectors.joining("|")));
    }

    List<Lump> lumps() {
        return numbers.entrySet().stream()
                .map(one -> new Lump(
                        one.getKey().row(),
                        one.getKey().unit() + "@" + one.getKey().period(),
                        counts.get(one.getValue())))
                .toList();
    }

    /** Every figure of a table, the totals first, each row's parts in their order; where a table is not split, only totals. */
    List<Sum> figures(Extent table) {
        Map<List<String>, Set<Integer>> sums = new LinkedHashMap<>();
        Map<List<String>, Long> values = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            if (table.counts(tally)) {
                for (String part : parts(table, tally)) {
                    List<String> name = List.of(tally.row(), part);
                    sums.computeIfAbsent(name, one -> new TreeSet<>()).add(numbers.get(key(tally)));
                    values.merge(name, tally.count(), Long::sum);
                }
            }
        }
        return sums.entrySet().stream()
                .map(one -> new Sum(
                        one.getKey().get(0),
                        one.getKey().get(1),
                        one.getValue(),
                        requireNonNull(values.get(one.getKey()))))
                .toList();
    }

    private static List<String> parts(Extent table, Tally tally) {
        return table.by() == Split.NONE ? List.of(Extent.TOTAL) : List.of(Extent.TOTAL, table.part(tally));
    }
}
