package muhafiz.api.statistics;

import java.util.Map;
import java.util.stream.Collectors;
import muhafiz.domain.statistics.Figure;
import muhafiz.service.statistics.ReleasedTable;

/** A table as CSV (RFC 4180): a line for each figure; what is hidden is empty. */
final class CommaSeparated {
    private static final String HEAD = "period,lastUpdated,reportVersion,row,text,part,value,mark\r\n";

    private CommaSeparated() {}

    static String of(ReleasedTable table) {
        Map<String, String> texts =
                table.rows().stream().collect(Collectors.toMap(ReleasedTable.Line::row, ReleasedTable.Line::text));
        return table.figures().stream()
                .map(figure -> line(table, figure, texts.getOrDefault(figure.row(), "")))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(ReleasedTable table, Figure figure, String text) {
        return String.join(
                        ",",
                        quoted(table.period()),
                        table.lastUpdated().toString(),
                        Integer.toString(table.reportVersion()),
                        figure.row(),
                        quoted(text),
                        figure.part(),
                        figure.shown().map(Object::toString).orElse(""),
                        ShownTable.mark(figure))
                + "\r\n";
    }

    /** A label is free text: what a spreadsheet would take for a formula is kept from it. */
    private static String quoted(String text) {
        String tame = text.matches("(?s)[=+@\\-].*") ? "'" + text : text;
        return '"' + tame.replace("\"", "\"\"") + '"';
    }
}
