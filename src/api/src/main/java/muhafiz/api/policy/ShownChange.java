package muhafiz.api.policy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.PolicyDiff.Change;
import muhafiz.domain.policy.PolicyDiff.Value;

/** An entry of the policy that came, went or changed. */
record ShownChange(Change change) implements Shape {
    static JsonArray all(List<Change> changes) {
        return Shape.list(changes.stream().map(ShownChange::new).toList());
    }

    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("section", change.section())
                .add("id", change.id())
                .add("change", change.kind().name().toLowerCase(Locale.ROOT))
                .add(
                        "values",
                        Shape.list(change.values().stream().map(Changed::new).toList()))
                .build();
    }

    private record Changed(Value value) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("path", value.path())
                    .add("before", Shape.text(value.before()))
                    .add("after", Shape.text(value.after()))
                    .build();
        }
    }
}
