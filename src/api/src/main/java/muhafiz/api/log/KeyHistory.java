package muhafiz.api.log;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import muhafiz.api.json.Shape;
import muhafiz.service.checkpoint.LogKeys;

/** The log's keys, oldest first. */
record KeyHistory(List<LogKeys.Told> keys) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(keys.stream().map(One::new).toList()))
                .build();
    }

    private record One(LogKeys.Told key) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", key.number())
                    .add("vkey", key.vkey())
                    .add(
                            "from",
                            key.from().isPresent() ? JSON.createValue(key.from().getAsLong()) : JsonValue.NULL)
                    .add(
                            "statement",
                            key.statement().<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL))
                    .build();
        }
    }
}
