package muhafiz.api.statistics;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import muhafiz.api.json.Shape;
import muhafiz.domain.statistics.Extent;
import muhafiz.domain.statistics.Figure;
import muhafiz.service.statistics.ReleasedTable;

/** A table, row by row; what is hidden is {@code null}. */
record ShownTable(ReleasedTable table) implements Shape {
    @Override
    public JsonObject json() {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        table.rows().forEach(line -> rows.add(row(line)));
        return JSON.createObjectBuilder()
                .add("id", Shape.text(table.id()))
                .add("period", table.period())
                .add("periods", Shape.texts(table.extent().periods()))
                .add("units", Shape.texts(table.extent().units()))
                .add("by", table.extent().by().word())
                .add("lastUpdated", table.lastUpdated().toString())
                .add("reportVersion", table.reportVersion())
                .add("corrects", Shape.text(table.corrects()))
                .add("publishedAt", Shape.text(table.publishedAt()))
                .add("rows", rows)
                .build();
    }

    private JsonObject row(ReleasedTable.Line line) {
        List<Figure> figures = table.figures().stream()
                .filter(one -> one.row().equals(line.row()))
                .toList();
        JsonArrayBuilder parts = JSON.createArrayBuilder();
        figures.stream().filter(one -> !one.part().equals(Extent.TOTAL)).forEach(one -> parts.add(figure(one)));
        Figure total = figures.stream()
                .filter(one -> one.part().equals(Extent.TOTAL))
                .findFirst()
                .orElseThrow();
        return JSON.createObjectBuilder()
                .add("row", line.row())
                .add("section", line.section())
                .add("text", line.text())
                .add("value", value(total))
                .add("mark", mark(total))
                .add("parts", parts)
                .build();
    }

    private static JsonObject figure(Figure figure) {
        return JSON.createObjectBuilder()
                .add("part", figure.part())
                .add("value", value(figure))
                .add("mark", mark(figure))
                .build();
    }

    private static JsonValue value(Figure figure) {
        return figure.shown().<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
    }

    static String mark(Figure figure) {
        return figure.mark().name().toLowerCase(Locale.ROOT);
    }
}
