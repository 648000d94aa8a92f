package muhafiz.api.request;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import muhafiz.api.json.Shape;
import muhafiz.service.request.RequestView;

/** A request of the register. */
record ShownRequest(RequestView view) implements Shape {
    /** Sealed members that are shown as they stand. */
    private static final List<String> SAID = List.of(
            "subject",
            "persons",
            "requester",
            "authority",
            "language",
            "purpose",
            "scope",
            "changes",
            "urgency",
            "identity",
            "decision",
            "delivery",
            "earlier");

    @Override
    public JsonObject json() {
        JsonObjectBuilder shown = JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("number", view.number())
                .add("kind", view.right().id())
                .add("channel", view.channel())
                .add("capacity", view.capacity().code())
                .add("receivedAt", view.receivedAt().toString())
                .add("state", view.state().code())
                .add("level", view.level().name())
                .add("refuseBy", Shape.text(view.refuseBy()))
                .add("answerBy", Shape.text(view.answerBy()))
                .add("next", Shape.text(view.next()))
                .add("late", view.isLate())
                .add(
                        "note",
                        Shape.text(
                                view.isRefusalOver()
                                        ? Optional.of("it can no longer be refused in time")
                                        : Optional.empty()))
                .add("outcome", Shape.text(view.outcome()))
                .add("ground", Shape.text(view.ground()))
                .add("decidedAt", Shape.text(view.decidedAt()));
        SAID.forEach(
                name -> shown.add(name, view.said().map(said -> said.get(name)).orElse(JsonValue.NULL)));
        return shown.build();
    }
}
