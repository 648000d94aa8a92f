package muhafiz.api.hold;

import jakarta.json.JsonObject;
import java.util.UUID;
import muhafiz.api.json.Shape;
import muhafiz.service.hold.HoldView;

/** A hold. */
record ShownHold(HoldView view) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("state", view.state())
                .add("application", Shape.text(view.application()))
                .add(
                        "documents",
                        Shape.texts(
                                view.documents().stream().map(UUID::toString).toList()))
                .add("authority", view.authority())
                .add("ground", view.ground())
                .add("reviewOn", view.reviewOn().toString())
                .add("placedBy", view.hands().placedBy())
                .add("placedAt", view.hands().placedAt().toString())
                .add("releaseAskedBy", Shape.text(view.hands().releaseAskedBy()))
                .add("releasedBy", Shape.text(view.hands().releasedBy()))
                .add("releasedAt", Shape.text(view.hands().releasedAt()))
                .build();
    }
}
