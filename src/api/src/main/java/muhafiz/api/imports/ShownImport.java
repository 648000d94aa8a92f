package muhafiz.api.imports;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.imports.ImportView;

/** How an import stands. */
record ShownImport(ImportView view) implements Shape {
    @Override
    public JsonObject json() {
        ImportView.Hands hands = view.hands();
        ImportView.Cases cases = view.cases();
        return JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("state", view.state())
                .add("digest", Shape.text(view.digest()))
                .add("proposedBy", hands.proposedBy())
                .add("proposedAt", hands.proposedAt().toString())
                .add("approvedBy", Shape.text(hands.releasedBy()))
                .add("approvedAt", Shape.text(hands.releasedAt()))
                .add("endedAt", Shape.text(hands.endedAt()))
                .add("until", hands.endsAt().toString())
                .add(
                        "cases",
                        JSON.createObjectBuilder()
                                .add("total", cases.total())
                                .add("waiting", cases.waiting())
                                .add("imported", cases.imported())
                                .add("known", cases.known())
                                .add("refused", cases.refused()))
                .add(
                        "files",
                        JSON.createObjectBuilder()
                                .add("total", view.files().total())
                                .add("imported", view.files().imported()))
                .add("refusals", view.flaws())
                .build();
    }
}
