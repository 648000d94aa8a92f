package muhafiz.api.disposition;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.disposition.Approval;
import muhafiz.service.disposition.ExportView;

/** An export as the contract shows it; who approved is told by roles. */
record ShownExport(ExportView view) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("unit", Shape.text(view.unit()))
                .add("classes", Shape.texts(view.classes()))
                .add("asOf", view.asOf().toString())
                .add("digest", view.digest())
                .add("until", view.until().toString())
                .add("documents", view.reach().documents())
                .add("cases", view.reach().cases())
                .add("leftOut", view.reach().leftOut())
                .add(
                        "approvals",
                        Shape.list(view.approvals().stream().map(Word::new).toList()))
                .add("sent", Shape.list(view.sent().stream().map(Sent::new).toList()))
                .build();
    }

    private record Word(Approval approval) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("role", approval.role())
                    .add("at", approval.at().toString())
                    .build();
        }
    }

    private record Sent(ExportView.Sent sent) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("sha256", sent.sha256())
                    .add("bytes", sent.bytes())
                    .add("documents", sent.documents())
                    .add("cases", sent.cases())
                    .add("at", sent.at().toString())
                    .build();
        }
    }
}
