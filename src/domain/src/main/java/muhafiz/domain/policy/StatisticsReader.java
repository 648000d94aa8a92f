package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the official table and what each of its rows counts. */
final class StatisticsReader {

    private StatisticsReader() {}

    static List<StatisticsRow> read(FieldReader at) {
        var sources = sources(at.inner("sources_of_rows"));
        var table = at.inner("table");
        var rows = new ArrayList<StatisticsRow>();
        for (var section : table.fields().entries().keySet()) {
            var texts = table.inner(section);
            for (var row : texts.fields().entries().keySet()) {
                var text = texts.text(row);
                if (!sources.containsKey(row)) {
                    texts.problem(row, "row " + row + " counts nothing");
                } else if (!sources.get(row).isEmpty()) {
                    rows.add(new StatisticsRow(row, section, text, sources.get(row)));
                }
            }
        }
        checkIdentities(at, sources);
        var origin = at.inner("arises_from");
        origin.id("parent", Ids.CLASS);
        origin.ids("outcomes", Ids.CLASS);
        origin.text("rule");
        origin.made(() -> rows);
        disclosureControl(at.inner("disclosure_control"));
        at.truth("period_label_required");
        at.text("survive_erasure");
        at.text("table_src");
        at.made(() -> rows);
        return List.copyOf(rows);
    }

    private static Map<String, List<String>> sources(FieldReader at) {
        var sources = new HashMap<String, List<String>>();
        for (var row : at.fields().entries().keySet()) {
            sources.put(row, at.ids(row, row.startsWith("L") ? Ids.SERVICE : Ids.CLASS));
        }
        return sources;
    }

    private static void checkIdentities(FieldReader at, Map<String, List<String>> rows) {
        for (var identity : at.texts("identities")) {
            for (var row : identity.split(" [=+] ", -1)) {
                if (!rows.containsKey(row)) {
                    at.problem("identities", "unknown row " + row);
                }
            }
        }
    }

    private static void disclosureControl(FieldReader at) {
        if (at.whole("min_cell") < 2) {
            at.problem("min_cell", "a cell of one is a person");
        }
        at.whole("round_to");
        at.text("exact_allowed");
        at.truth("complementary_suppression");
        at.truth("differencing_ledger");
        at.footing();
        at.made(() -> at);
    }
}
