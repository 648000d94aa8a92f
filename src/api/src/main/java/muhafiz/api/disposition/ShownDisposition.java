package muhafiz.api.disposition;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.disposition.Approval;
import muhafiz.service.disposition.Disposition;
import muhafiz.service.disposition.DispositionView;
import muhafiz.service.disposition.Item;

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
                .add("approvals", Shape.list(view.approvals().stream().map(Word::new).toList()))
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

    private record Listed(Item item) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder(item.what().json())
                    .add("state", item.state())
                    .add("droppedBecause", Shape.text(item.droppedBecause()))
                    .add("order", Shape.text(item.order()))
                    .build();
        }
    }
}
