package muhafiz.api.disclosure;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import muhafiz.api.json.Shape;
import muhafiz.service.disclosure.DisclosureView;

/** A disclosure. */
record ShownDisclosure(DisclosureView view) implements Shape {
    @Override
    public JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("state", view.state())
                .add("ground", view.ground())
                .add("recipient", Shape.texts(view.register().recipient()))
                .add("basis", Shape.texts(view.register().basis()))
                .add("fields", Shape.texts(view.register().fields()))
                .add("documents", documents())
                .add("awaited", Shape.texts(view.awaited()))
                .add("approvals", approvals())
                .add("proposedAt", view.times().proposedAt().toString())
                .add("until", view.times().until().toString())
                .add("disclosedAt", Shape.text(view.times().disclosedAt()))
                .add("recalledAt", Shape.text(view.times().recalledAt()))
                .add("secret", view.isSecret())
                .add("reviewOn", Shape.text(view.secretUntil()))
                .add("sent", sent());
        return json.build();
    }

    private JsonArrayBuilder documents() {
        JsonArrayBuilder documents = JSON.createArrayBuilder();
        view.register()
                .documents()
                .forEach(paper -> documents.add(JSON.createObjectBuilder()
                        .add("id", paper.id().toString())
                        .add("kind", paper.kind())
                        .add("leaves", paper.leaves())));
        return documents;
    }

    private JsonArrayBuilder approvals() {
        JsonArrayBuilder approvals = JSON.createArrayBuilder();
        view.approvals()
                .forEach(approval -> approvals.add(JSON.createObjectBuilder()
                        .add("role", approval.role())
                        .add("at", approval.at().toString())));
        return approvals;
    }

    private JsonArrayBuilder sent() {
        JsonArrayBuilder sent = JSON.createArrayBuilder();
        view.sent()
                .forEach(one -> sent.add(JSON.createObjectBuilder()
                        .add("sha256", one.sha256())
                        .add("bytes", one.bytes())
                        .add("at", one.at().toString())));
        return sent;
    }
}
