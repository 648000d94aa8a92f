package muhafiz.api.reading;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import muhafiz.api.json.Shape;
import muhafiz.domain.document.Validity;
import muhafiz.service.reading.Described;

/** Whether a certificate is valid and until when, and nothing else of it. */
record ShownValidity(Described.ValidityOnly only) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("id", only.id().toString())
                .add("kind", only.kind())
                .add(
                        "valid",
                        only.validity()
                                .map(word -> word.isValid() ? JsonValue.TRUE : JsonValue.FALSE)
                                .orElse(JsonValue.NULL))
                .add("until", Shape.text(only.validity().flatMap(Validity::until)))
                .build();
    }
}
