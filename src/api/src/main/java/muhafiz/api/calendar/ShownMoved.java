package muhafiz.api.calendar;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.casefile.MovedCases;
import muhafiz.service.casefile.MovedCases.MovedCase;

/** Cases whose day a year gave or moved. */
record ShownMoved(MovedCases.Page page) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(page.items().stream().map(Shown::new).toList()))
                .add("next", Shape.text(page.next()))
                .build();
    }

    private record Shown(MovedCase moved) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", moved.number())
                    .add("before", Shape.text(moved.before()))
                    .add("after", moved.after().toString())
                    .build();
        }
    }
}
