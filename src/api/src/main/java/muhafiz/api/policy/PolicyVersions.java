package muhafiz.api.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
                .add("effectiveFrom", policy.meta().effectiveFrom().toString())
                .add("supersedes", Shape.text(policy.meta().supersedes()))
                .add("material", policy.meta().material())
                .add("inForce", true)
                .add("published", policy.published())
                .build();
    }
}
