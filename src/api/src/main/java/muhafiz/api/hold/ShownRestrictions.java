package muhafiz.api.hold;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.service.hold.RestrictionView;

/** A page of restrictions. */
record ShownRestrictions(List<RestrictionView> items, int limit) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(items.stream().map(Item::new).toList()))
                .add("next", Shape.text(Paging.next(items, limit, RestrictionView::id)))
                .build();
    }

    private record Item(RestrictionView view) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", view.id().toString())
                    .add("request", view.request())
                    .add("since", view.since().toString())
                    .add("imposedBy", view.imposedBy())
                    .add("application", Shape.text(view.application()))
                    .add(
                            "documents",
                            Shape.texts(view.documents().stream()
                                    .map(UUID::toString)
                                    .toList()))
                    .build();
        }
    }
}
