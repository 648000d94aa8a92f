package muhafiz.api.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.format.DateTimeFormatter;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.Policy;

/** The versions of the policy, newest first. */
record PolicyVersions(Policy inForce) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", JSON.createArrayBuilder().add(version(inForce)))
                .add("next", JsonValue.NULL)
                .build();
    }

    static JsonObject version(Policy policy) {
        return JSON.createObjectBuilder()
                .add("version", policy.version())
                .add("sha256", policy.sha256())
                .add("title", policy.meta().title())
                .add(
                        "effectiveFrom",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                policy.meta().effectiveFrom()))
                .add("supersedes", supersedes(policy))
                .add("material", policy.meta().material())
                .add("inForce", true)
                .add("published", policy.published())
                .build();
    }

    private static JsonValue supersedes(Policy policy) {
        return policy.meta().supersedes().<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
    }
}
