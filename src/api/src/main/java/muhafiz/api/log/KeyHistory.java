package muhafiz.api.log;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import muhafiz.api.json.Shape;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.service.checkpoint.CheckpointRows.Key;

/** The log's keys, oldest first. */
record KeyHistory(List<Key> keys) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(keys.stream().map(One::new).toList()))
                .build();
    }

    private record One(Key key) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", key.number())
                    .add("vkey", key.key().vkey())
                    .add(
                            "from",
                            key.from().isPresent() ? JSON.createValue(key.from().getAsLong()) : JsonValue.NULL)
                    .add("statement", text(key))
                    .build();
        }

        private static JsonValue text(Key key) {
            return key.statement()
                    .map(SignedNote::asText)
                    .<JsonValue>map(JSON::createValue)
                    .orElse(JsonValue.NULL);
        }
    }
}
