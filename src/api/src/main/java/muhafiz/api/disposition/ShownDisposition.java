package muhafiz.api.disposition;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.disposition.Approval;
import muhafiz.service.disposition.Disposition;
import muhafiz.service.disposition.DispositionView;

/** A disposition as the contract shows it; who approved is told by roles. */
record ShownDisposition(DispositionView view) implements Shape {
    @Override
    public JsonObject json() {
        Disposition what = view.what();
        return JSON.createObjectBuilder()
                .add("id", what.id().toString())
                .add("state", what.state().code())
                .add("asOf", what.asOf().toString())
                .add("atOnce", what.isAtOnce())
                .add("copiesStated", what.areCopiesStated())
                .add("digest", what.digest())
                .add("policyVersion", what.policyVersion())
                .add("proposedAt", what.proposed().at().toString())
                .add(
                        "approvals",
                        Shape.list(view.approvals().stream().map(Word::new).toList()))
                .add("count", view.count())
                .add("items", Shape.list(view.items().stream().map(Listed::new).toList()))
                .add("next", Shape.text(view.next()))
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

    private record Listed(DispositionView.Line line) implements Shape {
        @Override
        public JsonObject json() {
            DispositionView.What what = line.what();
            return JSON.createObjectBuilder()
                    .add("kind", what.kind())
                    .add("id", what.id().toString())
                    .add("class", what.recordClass())
                    .add("rule", what.rule())
                    .add("end", what.end().toString())
                    .add("disposal", what.disposal())
                    .add("ciphertextSha256", Shape.text(what.ciphertext()))
                    .add("key", what.key().toString())
                    .add("state", line.state())
                    .add("droppedBecause", Shape.text(line.droppedBecause()))
                    .add("order", Shape.text(line.order()))
                    .build();
        }
    }
}
