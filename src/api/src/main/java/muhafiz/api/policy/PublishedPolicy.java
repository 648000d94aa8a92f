package muhafiz.api.policy;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.Part;
import muhafiz.domain.policy.Policy;
import muhafiz.service.policy.HeldVersion;

/** A version of the policy: what it is known by, what is still open, and the file itself, section by section. */
record PublishedPolicy(HeldVersion held) implements Shape {
    @Override
    public JsonObject json() {
        Policy policy = held.policy();
        return JSON.createObjectBuilder(PolicyVersions.version(held))
                .add(
                        "openPoints",
                        Shape.list(policy.openPoints().stream()
                                .map(KeptDraft.Open::new)
                                .toList()))
                .add("policy", json(policy.file()))
                .build();
    }

    /** A piece of the file, as it is. */
    private static JsonValue json(Part part) {
        if (part instanceof Part.Fields fields) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            fields.entries().forEach((name, value) -> object.add(name, json(value)));
            return object.build();
        }
        if (part instanceof Part.Series series) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            series.items().forEach(item -> array.add(json(item)));
            return array.build();
        }
        if (part instanceof Part.Whole whole) {
            return JSON.createValue(whole.value());
        }
        if (part instanceof Part.Truth truth) {
            return truth.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return part instanceof Part.Text text ? JSON.createValue(text.value()) : JsonValue.NULL;
    }
}
