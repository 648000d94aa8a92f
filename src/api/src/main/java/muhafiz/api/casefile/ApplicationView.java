package muhafiz.api.casefile;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import muhafiz.api.json.Shape;
import muhafiz.service.casefile.CaseView;

/** An application as its reader may see it: status and dates for its owner, the rest for staff with a purpose. */
record ApplicationView(CaseView view) implements Shape {
    @Override
    public JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("number", view.number())
                .add("service", Shape.text(view.service()))
                .add("class", view.recordClass())
                .add("unit", view.unit())
                .add("state", view.state())
                .add("receivedAt", view.receivedAt().toString())
                .add("decideBy", Shape.text(view.decideBy()))
                .add(
                        "checklist",
                        Shape.list(view.checklist().stream()
                                .map(ApplicationResource.Line::new)
                                .toList()));
        view.staff().ifPresent(staff -> add(json, staff));
        return json.build();
    }

    private static void add(JsonObjectBuilder json, CaseView.StaffPart staff) {
        json.add("officer", Shape.text(staff.officer()))
                .add(
                        "parties",
                        Shape.list(staff.parties().stream().map(Party::new).toList()))
                .add(
                        "documents",
                        Shape.list(staff.documents().stream().map(Line::new).toList()))
                .add(
                        "events",
                        Shape.list(staff.events().stream().map(Event::new).toList()))
                .add("filedLate", staff.filedLate())
                .add("oldNumber", Shape.text(staff.oldNumber()))
                .add("source", staff.provenance().source())
                .add("channel", staff.provenance().channel())
                .add("purpose", staff.provenance().purpose())
                .add("basis", staff.provenance().basis())
                .add("policyVersion", staff.provenance().policyVersion());
    }

    private record Party(CaseView.PartyView party) implements Shape {
        @Override
        public JsonObject json() {
            JsonObjectBuilder json = JSON.createObjectBuilder()
                    .add("subject", party.subject().toString())
                    .add("role", party.role());
            party.fields().forEach(json::add);
            return json.build();
        }
    }

    private record Line(CaseView.DocumentLine document) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", document.id().toString())
                    .add("kind", document.kind())
                    .add("state", document.state())
                    .add("receivedAt", document.receivedAt().toString())
                    .build();
        }
    }

    private record Event(CaseView.EventLine event) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("type", event.type())
                    .add("outcome", Shape.text(event.outcome()))
                    .add("on", event.on().toString())
                    .add("forReview", event.forReview())
                    .add("card", Shape.text(event.card()))
                    .build();
        }
    }
}
