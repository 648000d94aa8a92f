package muhafiz.domain.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muhafiz.domain.policy.table.Table;

/** A row of {@code tables/grants.txt}, read without the policy: what the owner's requirements allow. */
record GrantRow(
        String role,
        Set<String> classes,
        boolean anyKind,
        Set<String> purposes,
        Set<String> actions,
        Set<String> never) {
    private static final Set<String> SETS = Set.of("own_records", "unit_classes", "all_personal", "none");

    static List<GrantRow> all() {
        return Table.rows("grants").stream().map(GrantRow::of).toList();
    }

    private static GrantRow of(String row) {
        var cells = row.split(" \\| ");
        return new GrantRow(
                cells[0],
                classes(cells[1]),
                cells[2].equals("-"),
                Set.of(cells[3].split(" ")),
                Set.of(cells[4].split(" ")),
                Set.of(cells[7].split(" ")));
    }

    /** Of another's files, by somebody in the headquarters. */
    private static Set<String> classes(String cell) {
        if (!SETS.contains(cell)) {
            return Set.of(cell.split(" "));
        }
        return Table.rows("classes").stream()
                .map(row -> row.split(" \\| "))
                .filter(row -> switch (cell) {
                    case "all_personal" -> row[12].equals("yes");
                    case "unit_classes" -> row[1].equals("HQ");
                    default -> false;
                })
                .map(row -> row[0])
                .collect(Collectors.toSet());
    }

    boolean allows(String action, String recordClass, String purpose) {
        return anyKind && actions.contains(action) && classes.contains(recordClass) && purposes.contains(purpose);
    }
}
