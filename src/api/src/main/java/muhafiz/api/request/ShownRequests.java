package muhafiz.api.request;

import jakarta.json.JsonObject;
import java.util.List;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.service.request.RequestView;

/** A page of the register. */
record ShownRequests(List<RequestView> items, int limit) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(items.stream().map(ShownRequest::new).toList()))
                .add("next", Shape.text(Paging.next(items, limit, RequestView::id)))
                .build();
    }
}
