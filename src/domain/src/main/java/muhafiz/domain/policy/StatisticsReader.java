package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muhafiz.domain.statistics.Identity;

/** Reads the official table and what each of its rows counts. */
final class StatisticsReader {

    private StatisticsReader() {}

    static Statistics read(FieldReader at) {
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
        var identities = identities(at, sources);
        var origin = at.inner("arises_from");
        var parent = origin.id("parent", Ids.CLASS);
        var outcomes = origin.ids("outcomes", Ids.CLASS);
        origin.text("rule");
        origin.made(() -> rows);
        var control = at.inner("disclosure_control");
        var smallest = control.whole("min_cell");
        var roundTo = control.whole("round_to");
        disclosureControl(control, smallest, roundTo);
        at.truth("period_label_required");
        at.text("survive_erasure");
        at.text("table_src");
        at.made(() -> rows);
        return new Statistics(rows, identities, parent, outcomes, smallest, roundTo);
    }

    private static Map<String, List<String>> sources(FieldReader at) {
        var sources = new HashMap<String, List<String>>();
        for (var row : at.fields().entries().keySet()) {
            sources.put(row, at.ids(row, row.startsWith("L") ? Ids.SERVICE : Ids.CLASS));
        }
        return sources;
    }

    private static List<Identity> identities(FieldReader at, Map<String, List<String>> rows) {
        var identities = at.texts("identities").stream().map(Identity::of).toList();
        for (var identity : identities) {
            for (var row : identity.rows()) {
                if (!rows.containsKey(row)) {
                    at.problem("identities", "unknown row " + row);
                }
            }
        }
        return identities;
    }

    private static void disclosureControl(FieldReader at, int smallest, int roundTo) {
        if (smallest < 2) {
            at.problem("min_cell", "a cell of one is a person");
        }
        if (roundTo < 1) {
            at.problem("round_to", "figures are rounded to one at least");
        }
        at.text("exact_allowed");
        at.truth("complementary_suppression");
        at.truth("differencing_ledger");
        at.footing();
        at.made(() -> at);
    }
}
