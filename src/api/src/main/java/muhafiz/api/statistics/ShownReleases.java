package muhafiz.api.statistics;

import jakarta.json.JsonObject;
import java.util.List;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.service.statistics.ReleasedTable;

/** A page of releases. */
record ShownReleases(List<ReleasedTable> items, int limit) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(items.stream().map(ShownTable::new).toList()))
                .add(
                        "next",
                        Shape.text(Paging.next(items, limit, one -> one.id().orElseThrow())))
                .build();
    }
}
