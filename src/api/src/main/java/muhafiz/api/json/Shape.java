package muhafiz.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** An answer that knows its own JSON. What is empty is written as {@code null}, so that a shape has always the same members. */
public interface Shape {
    /** Looked up once: each static call of {@code jakarta.json.Json} searches for a provider again. */
    JsonProvider JSON = JsonProvider.provider();

    JsonObject json();

    static JsonValue text(Optional<? extends Object> maybe) {
        return maybe.<JsonValue>map(value -> JSON.createValue(value.toString())).orElse(JsonValue.NULL);
    }

    static JsonArray texts(Collection<String> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    static JsonObject texts(Map<String, String> values) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        values.forEach(object::add);
        return object.build();
    }

    static JsonArray list(Collection<? extends Shape> shapes) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        shapes.forEach(shape -> array.add(shape.json()));
        return array.build();
    }
}
