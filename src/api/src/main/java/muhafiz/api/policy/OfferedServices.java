package muhafiz.api.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.EService;
import muhafiz.domain.policy.Footing;
import muhafiz.domain.policy.Policy;

/** The e-services, by number; each value's mark says how well it is founded, so that what is assumed is marked. */
record OfferedServices(Policy policy, String language) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add(
                        "items",
                        Shape.list(policy.services().stream()
                                .map(service -> new Offered(service, language))
                                .toList()))
                .add("next", JsonValue.NULL)
                .build();
    }

    private record Offered(EService service, String language) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", service.id())
                    .add("number", service.number())
                    .add("name", service.names().in(language))
                    .add("class", service.recordClass())
                    .add("applicant", Shape.text(service.applicantRole()))
                    .add("free", service.isFree())
                    .add("required", Shape.texts(service.checklist().required()))
                    .add("ifApplicable", Shape.texts(service.checklist().ifApplicable()))
                    .add("mark", mark(service.footing()))
                    .add("checklistMark", mark(service.checklist().footing()))
                    .add("feeMark", Shape.text(service.fee().map(fee -> mark(fee.footing()))))
                    .add("decideWithinMark", Shape.text(service.decideWithin().map(term -> mark(term.footing()))))
                    .build();
        }

        private static String mark(Footing footing) {
            return footing.mark().word();
        }
    }
}
