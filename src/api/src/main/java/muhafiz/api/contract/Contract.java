package muhafiz.api.contract;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import muhafiz.api.json.Shape;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code META-INF/openapi.yaml}. */
final class Contract {
    private static final String FILE = "/META-INF/openapi.yaml";

    private Contract() {}

    static byte[] bytes() {
        try (InputStream file = Contract.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the war holds no " + FILE);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the war's " + FILE + " cannot be read", e);
        }
    }

    static JsonObject json() {
        Object document =
                new Load(LoadSettings.builder().build()).loadFromInputStream(new ByteArrayInputStream(bytes()));
        return json(document).asJsonObject();
    }

    private static JsonValue json(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            JsonObjectBuilder object = Shape.JSON.createObjectBuilder();
            members.forEach((name, member) -> object.add(String.valueOf(name), json(member)));
            return object.build();
        }
        if (value instanceof List<?> items) {
            JsonArrayBuilder array = Shape.JSON.createArrayBuilder();
            items.forEach(item -> array.add(json(item)));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer number) {
            return Shape.JSON.createValue(number);
        }
        return value == null ? JsonValue.NULL : Shape.JSON.createValue(value.toString());
    }
}
