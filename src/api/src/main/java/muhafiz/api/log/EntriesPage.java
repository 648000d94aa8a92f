package muhafiz.api.log;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
                .add("gaps", Shape.list(page.gaps().stream().map(Gap::new).toList()))
                .build();
    }

    /** An entry that is missing. */
    private record Gap(LogPage.Gap gap) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("year", gap.year())
                    .add("number", gap.number())
                    .build();
        }
    }

    private JsonValue next() {
        return page.next().isPresent()
                ? JSON.createValue(Long.toString(page.next().getAsLong()))
                : JsonValue.NULL;
    }

    private record Entry(LogPage.Item item) implements Shape {
        @Override
        public JsonObject json() {
            HexFormat hex = HexFormat.of();
            LogLine line = item.line();
            JsonObjectBuilder json = JSON.createObjectBuilder()
                    .add("seq", line.seq())
                    .add("time", line.time().toString())
                    .add("actor", hex.formatHex(line.actor()))
                    .add("role", line.role())
                    .add("action", line.action())
                    .add("purpose", line.purpose())
                    .add("basis", line.basis())
                    .add("outcome", line.outcome())
                    .add("rule", line.rule())
                    .add("leafHash", hex.formatHex(line.leafHash()));
            item.details().ifPresent(inside -> json.add("details", details(inside)));
            item.actor().ifPresent(user -> json.add("actorName", user));
            return json.build();
        }

        private static JsonObject details(LogPage.Details inside) {
            JsonObjectBuilder facts = JSON.createObjectBuilder();
            inside.facts().forEach(facts::add);
            JsonObjectBuilder json = JSON.createObjectBuilder();
            inside.subject().ifPresent(id -> json.add("subject", id.toString()));
            inside.document().ifPresent(id -> json.add("document", id.toString()));
            inside.caseFile().ifPresent(id -> json.add("case", id.toString()));
            inside.operation().ifPresent(id -> json.add("operation", id));
            return json.add("facts", facts).build();
        }
    }
}
