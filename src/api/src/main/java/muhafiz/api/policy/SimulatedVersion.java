package muhafiz.api.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.amendment.Simulation;
import muhafiz.service.retention.OtherEnds;

/** What a version would change. */
record SimulatedVersion(Simulation.Outcome outcome) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("version", outcome.policy().version())
                .add("sha256", outcome.policy().sha256())
                .add("against", outcome.against().version())
                .add("changes", ShownChange.all(outcome.changes()))
                .add(
                        "newUses",
                        Shape.list(outcome.newUses().stream()
                                .map(KeptDraft.Used::new)
                                .toList()))
                .add(
                        "classes",
                        Shape.list(outcome.classes().stream().map(Moved::new).toList()))
                .add(
                        "ends",
                        Shape.list(outcome.ends().stream().map(Shifted::new).toList()))
                .build();
    }

    private record Shifted(OtherEnds.Shift shift) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("class", shift.recordClass())
                    .add("documents", shift.documents())
                    .add("earlier", shift.earlier())
                    .add("later", shift.later())
                    .add("before", years(shift.before()))
                    .add("after", years(shift.after()))
                    .add("inConflict", shift.inConflict())
                    .build();
        }

        private static JsonObject years(Map<Integer, Long> counts) {
            JsonObjectBuilder years = JSON.createObjectBuilder();
            counts.forEach((year, documents) -> years.add(Integer.toString(year), documents));
            return years.build();
        }
    }

    private record Moved(Simulation.Moved moved) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("class", moved.recordClass())
                    .add("documents", moved.documents())
                    .add("before", rule(moved.before()))
                    .add("after", rule(moved.after()))
                    .build();
        }

        private static JsonValue rule(Optional<RetentionRule> maybe) {
            return maybe.<JsonValue>map(rule -> JSON.createObjectBuilder()
                            .add("triggers", Shape.texts(rule.triggers()))
                            .add("period", Shape.text(rule.period()))
                            .add("action", rule.disposal().word())
                            .add("mark", rule.mark().word())
                            .build())
                    .orElse(JsonValue.NULL);
        }
    }
}
