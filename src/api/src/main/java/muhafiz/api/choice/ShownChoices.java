package muhafiz.api.choice;

import jakarta.json.JsonObject;
import java.util.List;
import muhafiz.api.json.Shape;
import muhafiz.api.reading.ShownDifference;
import muhafiz.service.zone.Difference;

/** Where form and document differ. */
record ShownChoices(List<Difference> differences) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add(
                        "differences",
                        Shape.list(
                                differences.stream().map(ShownDifference::new).toList()))
                .build();
    }
}
