package muhafiz.api.subject;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.subject.Merge;

/** A merge as the contract tells it. */
record ShownMerge(Merge merge) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("id", merge.id().toString())
                .add("kept", merge.kept().toString())
                .add("merged", merge.merged().toString())
                .add("at", merge.at().toString())
                .build();
    }
}
