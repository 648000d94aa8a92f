package muhafiz.domain.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import muhafiz.domain.statistics.Ground.Lump;
import muhafiz.domain.statistics.Ground.Sum;

/**
 * Somebody who knows every figure that is shown, as if none were rounded, the identities of every unit and period, and that nothing is less
 * than none: between which bounds does a hidden sum lie for them?
 */
final class Attacker {
    /** Reaching the wanted distance counts for more than whatever would have to be hidden for it. */
    private static final double FIRST = 1e5;

    private static final double MOVED = 1e-6;

    private final List<Lump> lumps;
    private final List<Identity> identities;

    Attacker(List<Lump> lumps, List<Identity> identities) {
        this.lumps = List.copyOf(lumps);
        this.identities = List.copyOf(identities);
    }

    /** Lumps that move, and what ties them: for each a column up and a column down. */
    private final class Moves {
        private final List<Integer> free = new ArrayList<>();
        private final Map<Integer, Integer> places = new HashMap<>();
        private final int extra;

        Moves(Collection<Integer> moving, int extra) {
            this.extra = extra;
            for (int lump : moving) {
                places.put(lump, free.size());
                free.add(lump);
            }
        }

        int width() {
            return 2 * free.size() + extra;
        }

        int extraColumn(int number) {
            return 2 * free.size() + number;
        }

        double[] form(Map<Integer, Integer> signs) {
            double[] form = new double[width()];
            signs.forEach((lump, sign) -> {
                Integer place = places.get(lump);
                if (place != null) {
                    form[2 * place] = sign;
                    form[2 * place + 1] = -sign;
                }
            });
            return form;
        }

        Simplex simplex() {
            Simplex simplex = new Simplex(width());
            for (int i = 0; i < free.size(); i++) {
                double[] down = new double[width()];
                down[2 * i + 1] = 1;
                simplex.limit(down, (double) lumps.get(free.get(i)).count());
            }
            identityForms().forEach(signs -> fix(simplex, form(signs)));
            return simplex;
        }

        void fix(Simplex simplex, double[] form) {
            if (IntStream.range(0, form.length).anyMatch(i -> form[i] != 0)) {
                simplex.limit(form, 0);
                simplex.limit(negative(form), 0);
            }
        }
    }

    private List<Map<Integer, Integer>> identityForms() {
        List<Map<Integer, Integer>> forms = new ArrayList<>();
        for (Identity identity : identities) {
            Map<String, Map<Integer, Integer>> byPlace = new HashMap<>();
            for (int i = 0; i < lumps.size(); i++) {
                Lump lump = lumps.get(i);
                if (identity.rows().contains(lump.row())) {
                    int sign = lump.row().equals(identity.whole()) ? 1 : -1;
                    byPlace.computeIfAbsent(lump.place(), place -> new HashMap<>())
                            .put(i, sign);
                }
            }
            forms.addAll(byPlace.values());
        }
        return forms;
    }

    /** How far the bounds of the target lie apart; endless where it has no upper one; at least {@code enough} is as good as that. */
    double width(Set<Integer> target, Collection<Sum> shown, double enough) {
        Moves moves = new Moves(moving(target, shown), 0);
        Simplex simplex = moves.simplex();
        shown.forEach(sum -> moves.fix(simplex, moves.form(plus(sum.lumps()))));
        double[] form = moves.form(plus(target));
        Simplex.Best up = simplex.maximise(form, enough);
        if (up.isEndless() || up.value() >= enough) {
            return enough;
        }
        return up.value()
                + simplex.maximise(negative(form), enough - up.value()).value();
    }

    private Set<String> rowsWith(Set<Integer> target) {
        Set<String> rows = new LinkedHashSet<>();
        target.forEach(lump -> rows.add(lumps.get(lump).row()));
        identities.stream()
                .filter(identity -> identity.rows().stream().anyMatch(rows::contains))
                .toList()
                .forEach(identity -> rows.addAll(identity.rows()));
        return rows;
    }

    private Set<Integer> moving(Set<Integer> target, Collection<Sum> shown) {
        Set<String> rows = rowsWith(target);
        Set<Integer> moving = new LinkedHashSet<>();
        for (int i = 0; i < lumps.size(); i++) {
            if (rows.contains(lumps.get(i).row())) {
                moving.add(i);
            }
        }
        shown.stream().filter(sum -> sum.lumps().size() == 1).forEach(sum -> moving.removeAll(sum.lumps()));
        return moving;
    }

    /**
     * What else to hide, as small as can be, so that the target can be larger, or else smaller, by this distance for all that is
     * known.
     *
     * @param known what is shown already and stays known
     * @param hideable what is shown but could be hidden
     * @return those to hide; empty where nothing would do
     */
    List<Sum> cheapest(Set<Integer> target, Collection<Sum> known, List<Sum> hideable, double distance) {
        List<Sum> larger = cheapest(target, 1, known, hideable, distance);
        return larger.isEmpty() ? cheapest(target, -1, known, hideable, distance) : larger;
    }

    private List<Sum> cheapest(
            Set<Integer> target, int sign, Collection<Sum> known, List<Sum> hideable, double distance) {
        List<Sum> near = hideable.stream()
                .filter(sum -> rowsWith(target).contains(sum.row()))
                .toList();
        Moves moves = new Moves(moving(target, known), near.size() + 1);
        Simplex simplex = moves.simplex();
        known.forEach(sum -> moves.fix(simplex, moves.form(plus(sum.lumps()))));
        double[] goal = new double[moves.width()];
        for (int i = 0; i < near.size(); i++) {
            double[] form = moves.form(plus(near.get(i).lumps()));
            double[] back = negative(form);
            form[moves.extraColumn(i)] = -1;
            back[moves.extraColumn(i)] = -1;
            simplex.limit(form, 0);
            simplex.limit(back, 0);
            goal[moves.extraColumn(i)] = -(1 + Math.log1p((double) near.get(i).count()));
        }
        int reached = moves.extraColumn(near.size());
        double[] moved = sign > 0 ? negative(moves.form(plus(target))) : moves.form(plus(target));
        moved[reached] = 1;
        simplex.limit(moved, 0);
        double[] cap = new double[moves.width()];
        cap[reached] = 1;
        simplex.limit(cap, distance);
        goal[reached] = FIRST;
        double[] point = simplex.maximise(goal, Double.MAX_VALUE).point();
        if (point[reached] < distance - MOVED) {
            return List.of();
        }
        return IntStream.range(0, near.size())
                .filter(i -> point[moves.extraColumn(i)] > MOVED)
                .mapToObj(near::get)
                .toList();
    }

    private static Map<Integer, Integer> plus(Collection<Integer> lumps) {
        Map<Integer, Integer> signs = new HashMap<>();
        lumps.forEach(lump -> signs.put(lump, 1));
        return signs;
    }

    private static double[] negative(double[] form) {
        return IntStream.range(0, form.length).mapToDouble(i -> -form[i]).toArray();
    }
}
