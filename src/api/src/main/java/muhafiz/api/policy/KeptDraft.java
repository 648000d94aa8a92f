package muhafiz.api.policy;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.NewUse;
import muhafiz.domain.policy.OpenPoint;
import muhafiz.domain.policy.Policy;
import muhafiz.service.amendment.Drafting;

/** A draft: what its approvals name, what is still open in it, and what it would newly allow. */
record KeptDraft(Drafting.Draft draft) implements Shape {
    @Override
    public JsonObject json() {
        Policy policy = draft.policy();
        return JSON.createObjectBuilder()
                .add("version", policy.version())
                .add("sha256", policy.sha256())
                .add(
                        "openPoints",
                        Shape.list(policy.openPoints().stream().map(Open::new).toList()))
                .add(
                        "newUses",
                        Shape.list(draft.newUses().stream().map(Used::new).toList()))
                .build();
    }

    /** Something the owner still has to settle. */
    record Open(OpenPoint point) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("line", point.line())
                    .add("path", point.path())
                    .add("what", point.what())
                    .build();
        }
    }

    /** A purpose new to what was collected before, and whether it has a basis. */
    record Used(NewUse use) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("class", use.recordClass())
                    .add("purpose", use.purpose())
                    .add("hasNewBasis", use.isFounded())
                    .build();
        }
    }
}
