package muhafiz.api.rebuild;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.domain.rebuild.Found;
import muhafiz.service.rebuild.RebuildView;

/** A rebuild as the contract shows it. */
record ShownRebuild(RebuildView view) implements Shape {
    @Override
    public JsonObject json() {
        Found found = view.found();
        return JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("state", view.state())
                .add("begunAt", view.begunAt().toString())
                .add("rebuilt", found.rebuilt())
                .add("destroyed", found.destroyed())
                .add("withoutKey", found.withoutKey())
                .add("withoutCase", found.withoutCase())
                .add("unreadable", found.unreadable())
                .add("releasedBy", Shape.texts(view.releasedBy()))
                .build();
    }
}
