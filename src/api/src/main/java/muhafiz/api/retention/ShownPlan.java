package muhafiz.api.retention;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.domain.policy.RetentionRule.Bound;
import muhafiz.domain.policy.RetentionRule.ExceptionalPeriod;
import muhafiz.service.policy.ConfirmedPeriods.Confirmation;
import muhafiz.service.retention.RetentionPlan.Planned;

/** The retention plan. Periods as ISO 8601 has them. */
record ShownPlan(Planned planned) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("policyVersion", planned.policyVersion())
                .add("assumed", planned.assumed())
                .add("confirmed", planned.confirmed().size())
                .add("of", planned.classes().size())
                .add(
                        "classes",
                        Shape.list(planned.classes().stream()
                                .map(one -> new OfClass(
                                        one,
                                        Optional.ofNullable(planned.confirmed()
                                                .get(one.retention().id()))))
                                .toList()))
                .build();
    }

    private record OfClass(RecordClass one, Optional<Confirmation> confirmation) implements Shape {
        @Override
        public JsonObject json() {
            RetentionRule rule = one.retention();
            return JSON.createObjectBuilder()
                    .add("class", one.id())
                    .add("name", one.name())
                    .add("owner", one.owner())
                    .add("rule", rule.id())
                    .add("triggers", Shape.texts(rule.triggers()))
                    .add("period", Shape.text(rule.period()))
                    .add("disposal", rule.disposal().word())
                    .add("mark", rule.mark().word())
                    .add("benchmark", Shape.text(rule.benchmark()))
                    .add(
                            "confirmed",
                            confirmation
                                    .<JsonValue>map(made -> JSON.createObjectBuilder()
                                            .add("policyVersion", made.version())
                                            .add("source", made.source())
                                            .add("at", made.at().toString())
                                            .build())
                                    .orElse(JsonValue.NULL))
                    .add("floor", bound(rule.floor()))
                    .add("ceiling", bound(rule.ceiling()))
                    .add(
                            "exceptions",
                            Shape.list(rule.exceptions().stream()
                                    .map(Exceptional::new)
                                    .toList()))
                    .add("endsAtOnceOn", Shape.texts(rule.earlyEnd()))
                    .build();
        }

        private static JsonValue bound(Optional<Bound> bound) {
            return Shape.text(bound.flatMap(
                    one -> one.period().<Object>map(period -> period).or(one::until)));
        }
    }

    private record Exceptional(ExceptionalPeriod one) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("condition", one.condition())
                    .add("event", one.event())
                    .add("period", one.period().toString())
                    .add("mark", one.footing().mark().word())
                    .add("benchmark", Shape.text(one.footing().benchmark()))
                    .build();
        }
    }
}
