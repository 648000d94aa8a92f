package muhafiz.domain.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muhafiz.domain.statistics.Ground.Sum;

/**
 * What of a table may be shown (policy, {@code statistics.disclosure_control}; requirement USE-8). A figure under the smallest is hidden,
 * with as many others as it takes so that nobody can work it out from sums, identities and earlier tables to within that smallest; whatever
 * is not a national total is rounded. A table whose difference from an earlier one isolates a small group is refused.
 *
 * @param smallest figures under it are hidden; at least 2
 * @param roundTo figures other than national totals are multiples of it; at least 1
 * @param sources of each row of the table what it counts
 */
public record DisclosureControl(
        int smallest, int roundTo, Map<String, List<String>> sources, List<Identity> identities) {

    /** What the control found. */
    public sealed interface Finding {
        /** The table as it may be shown, its rows and parts in order. */
        record MayBeShown(List<Figure> figures) implements Finding {
            public MayBeShown {
                figures = List.copyOf(figures);
            }
        }

        /**
         * It must not be shown at all.
         *
         * @param because without any figure
         */
        record WouldDisclose(String because) implements Finding {}
    }

    /**
     * Looks at a table.
     *
     * @param tallies the counters of all periods of this table and of the earlier ones
     * @param earlier what is known already
     */
    public Finding examine(Extent table, Collection<Tally> tallies, List<Released> earlier) {
        List<Released> related = related(table, earlier);
        List<Extent> tables =
                new ArrayList<>(related.stream().map(Released::extent).toList());
        tables.add(table);
        Ground ground = new Ground(tallies, sources, tables);
        List<Sum> wanted = ground.figures(table);
        List<Sum> known = new ArrayList<>();
        List<Set<Integer>> secret = new ArrayList<>();
        for (Released one : related) {
            ground.figures(one.extent()).forEach(sum -> {
                if (one.hidden().contains(Released.name(sum.row(), sum.part()))) {
                    secret.add(sum.lumps());
                } else {
                    known.add(sum);
                }
            });
        }
        Set<Sum> hidden = new LinkedHashSet<>(
                wanted.stream().filter(sum -> sum.count() < smallest).toList());
        List<Sum> open = wanted.stream().filter(sum -> !hidden.contains(sum)).toList();
        if (open.stream().anyMatch(sum -> known.stream().anyMatch(other -> isolates(ground, sum, other)))) {
            return new Finding.WouldDisclose("with an earlier table it isolates a group that is too small");
        }
        hidden.forEach(sum -> secret.add(sum.lumps()));
        for (int lump = 0; lump < ground.lumps().size(); lump++) {
            if (ground.lumps().get(lump).count() < smallest) {
                secret.add(Set.of(lump));
            }
        }
        if (!hide(new Attacker(ground.lumps(), identities), wanted, hidden, known, secret)) {
            return new Finding.WouldDisclose(
                    "however much of it is hidden, a group that is too small can be worked out");
        }
        return new Finding.MayBeShown(wanted.stream()
                .map(sum -> figure(table, sum, hidden.contains(sum)))
                .toList());
    }

    /** Those that share a period with it, or with one that does. */
    private static List<Released> related(Extent table, List<Released> earlier) {
        Set<String> periods = new TreeSet<>(table.periods());
        List<Released> related = List.of();
        while (true) {
            List<Released> more = earlier.stream()
                    .filter(one -> one.extent().periods().stream().anyMatch(periods::contains))
                    .toList();
            if (more.size() == related.size()) {
                return more;
            }
            related = more;
            more.forEach(one -> periods.addAll(one.extent().periods()));
        }
    }

    private boolean isolates(Ground ground, Sum one, Sum other) {
        if (!one.row().equals(other.row()) || one.lumps().equals(other.lumps())) {
            return false;
        }
        boolean isFirstLarger = one.lumps().size() > other.lumps().size();
        Set<Integer> larger = isFirstLarger ? one.lumps() : other.lumps();
        Set<Integer> smaller = isFirstLarger ? other.lumps() : one.lumps();
        if (!larger.containsAll(smaller)) {
            return false;
        }
        Set<Integer> difference = new TreeSet<>(larger);
        difference.removeAll(smaller);
        return difference.stream()
                        .mapToLong(lump -> ground.lumps().get(lump).count())
                        .sum()
                < smallest;
    }

    /** False where nothing helps. Whatever was hidden for one may help another, so all are looked at again at the end. */
    private boolean hide(
            Attacker attacker, List<Sum> wanted, Set<Sum> hidden, List<Sum> known, List<Set<Integer>> secret) {
        Set<Set<Integer>> guarded = new LinkedHashSet<>(secret);
        Set<Set<Integer>> waiting = new LinkedHashSet<>(guarded);
        while (!waiting.isEmpty()) {
            Set<Integer> target = waiting.iterator().next();
            waiting.remove(target);
            List<Sum> open =
                    wanted.stream().filter(sum -> !hidden.contains(sum)).toList();
            if (isWide(attacker, target, open, known)) {
                continue;
            }
            List<Sum> more = attacker.cheapest(target, known, open, smallest);
            if (more.isEmpty()) {
                return false;
            }
            for (Sum sum : more) {
                hidden.add(sum);
                if (guarded.add(sum.lumps())) {
                    waiting.add(sum.lumps());
                }
            }
        }
        return true;
    }

    private boolean isWide(Attacker attacker, Set<Integer> target, List<Sum> open, List<Sum> known) {
        return attacker.width(
                        target, Stream.concat(open.stream(), known.stream()).toList(), smallest)
                >= smallest;
    }

    private Figure figure(Extent table, Sum sum, boolean isHidden) {
        if (isHidden) {
            return new Figure(sum.row(), sum.part(), Figure.Mark.HIDDEN, Optional.empty());
        }
        if (table.isNational() && table.by() == Split.NONE) {
            return new Figure(sum.row(), sum.part(), Figure.Mark.EXACT, Optional.of(sum.count()));
        }
        return new Figure(sum.row(), sum.part(), Figure.Mark.ROUNDED, Optional.of(rounded(sum.count())));
    }

    private long rounded(long count) {
        return (count + roundTo / 2) / roundTo * roundTo;
    }
}
