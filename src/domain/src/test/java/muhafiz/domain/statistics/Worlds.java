package muhafiz.domain.statistics;

import java.util.List;

/** The cells of a table as unknowns. */
record Worlds(List<String> rows, List<String> units) {
    int[] form(String row, String unit) {
        int[] form = new int[rows.size() * units.size()];
        for (String one : unit.isEmpty() ? units : List.of(unit)) {
            form[rows.indexOf(row) * units.size() + units.indexOf(one)] = 1;
        }
        return form;
    }

    /** What a reader knows: every figure that is shown, as if it were exact, and the identity of every unit. */
    LinearSpan known(List<Figure> figures, Identity identity) {
        LinearSpan span = new LinearSpan();
        figures.stream().filter(one -> one.shown().isPresent()).forEach(one -> span.know(form(one.row(), one.part())));
        for (String unit : units) {
            int[] sum = form(identity.whole(), unit);
            for (String part : identity.parts()) {
                int[] other = form(part, unit);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] -= other[i];
                }
            }
            span.know(sum);
        }
        return span;
    }
}
