package muhafiz.api.hold;

import jakarta.json.JsonObject;
import java.util.List;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.service.hold.HoldView;

/** A page of holds. */
record ShownHolds(List<HoldView> items, int limit) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(items.stream().map(ShownHold::new).toList()))
                .add("next", Shape.text(Paging.next(items, limit, HoldView::id)))
                .build();
    }
}
