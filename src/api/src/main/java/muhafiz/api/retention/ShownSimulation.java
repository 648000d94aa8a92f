package muhafiz.api.retention;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.retention.Foreseen;

/** What would be due on a day. */
record ShownSimulation(Foreseen foreseen) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("asOf", foreseen.asOf().toString())
                .add("policyVersion", foreseen.policyVersion())
                .add(
                        "classes",
                        Shape.list(foreseen.classes().stream().map(OfClass::new).toList()))
                .add(
                        "conflicts",
                        Shape.list(
                                foreseen.stopped().stream().map(Conflict::new).toList()))
                .add(
                        "waiting",
                        Shape.list(foreseen.waiting().stream().map(Waits::new).toList()))
                .build();
    }

    private record OfClass(Foreseen.OfClass one) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("class", one.recordClass())
                    .add("disposal", one.disposal())
                    .add("confirmed", one.isConfirmed())
                    .add("earliest", one.earliest().toString())
                    .add("due", one.due())
                    .add("held", one.held())
                    .add("restricted", one.restricted())
                    .build();
        }
    }

    private record Conflict(Foreseen.Stopped one) implements Shape {
        @Override
        public JsonObject json() {
            String obstacle = one.since().isPresent() ? "restriction" : "hold";
            return JSON.createObjectBuilder()
                    .add("document", one.document().toString())
                    .add("rule", one.rule())
                    .add("end", one.end().toString())
                    .add("obstacle", obstacle)
                    .add("id", one.by().toString())
                    .add("by", one.byRule())
                    .add("since", Shape.text(one.since()))
                    .build();
        }
    }

    private record Waits(Foreseen.Waiting one) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("class", one.recordClass())
                    .add("event", one.event())
                    .add("documents", one.documents())
                    .build();
        }
    }
}
