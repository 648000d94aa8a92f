package muhafiz.api.reading;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import muhafiz.api.json.Shape;
import muhafiz.service.zone.Difference;

/** A field of the form beside what the document says. */
public record ShownDifference(Difference difference) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("field", difference.field())
                .add("form", difference.form())
                .add("document", difference.document())
                .add("taken", difference.isOpen() ? JsonValue.NULL : JSON.createValue("form"))
                .build();
    }
}
