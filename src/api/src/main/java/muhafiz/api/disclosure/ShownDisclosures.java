package muhafiz.api.disclosure;

import jakarta.json.JsonObject;
import java.util.List;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.service.disclosure.DisclosureView;

/** A page of disclosures. */
record ShownDisclosures(List<DisclosureView> items, int limit) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add(
                        "items",
                        Shape.list(items.stream().map(ShownDisclosure::new).toList()))
                .add("next", Shape.text(Paging.next(items, limit, DisclosureView::id)))
                .build();
    }
}
