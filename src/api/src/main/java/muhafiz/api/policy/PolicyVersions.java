package muhafiz.api.policy;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.format.DateTimeFormatter;
import java.util.List;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.Policy;
import muhafiz.service.policy.HeldVersion;

/** The versions of the policy that are, were or will be in force, newest first. */
record PolicyVersions(List<HeldVersion> versions) implements Shape {
    @Override
    public JsonObject json() {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        versions.forEach(one -> items.add(version(one)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("next", JsonValue.NULL)
                .build();
    }

    static JsonObject version(HeldVersion held) {
        Policy policy = held.policy();
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
                .add("inForce", held.isInForce())
                .add("published", held.publishedAt().isPresent())
                .add("publishedAt", Shape.text(held.publishedAt()))
                .add("inForceFrom", held.inForceFrom().toString())
                .build();
    }

    private static JsonValue supersedes(Policy policy) {
        return policy.meta().supersedes().<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
    }
}
