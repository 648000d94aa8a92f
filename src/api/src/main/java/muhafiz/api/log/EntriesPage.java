package muhafiz.api.log;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HexFormat;
import muhafiz.api.json.Shape;
import muhafiz.service.audit.LogPage;
import muhafiz.service.log.LogLine;

/** A page of the log. Pseudonyms and hashes in lower-case hex. */
record EntriesPage(LogPage page) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(page.items().stream().map(Entry::new).toList()))
                .add("next", next())
                .build();
    }

    private JsonValue next() {
        return page.next().isPresent()
                ? JSON.createValue(Long.toString(page.next().getAsLong()))
                : JsonValue.NULL;
    }

    private record Entry(LogLine line) implements Shape {
        @Override
        public JsonObject json() {
            HexFormat hex = HexFormat.of();
            return JSON.createObjectBuilder()
                    .add("seq", line.seq())
                    .add("time", line.time().toString())
                    .add("actor", hex.formatHex(line.actor()))
                    .add("role", line.role())
                    .add("action", line.action())
                    .add("purpose", line.purpose())
                    .add("basis", line.basis())
                    .add("outcome", line.outcome())
                    .add("rule", line.rule())
                    .add("leafHash", hex.formatHex(line.leafHash()))
                    .build();
        }
    }
}
