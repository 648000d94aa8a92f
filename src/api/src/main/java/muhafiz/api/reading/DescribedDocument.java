package muhafiz.api.reading;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import muhafiz.api.json.Shape;
import muhafiz.service.reading.DocumentView;

/** Everything known of a document but its bytes. */
record DescribedDocument(DocumentView view) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("id", view.id().toString())
                .add("application", view.number())
                .add("kind", view.kind())
                .add("class", view.recordClass())
                .add("state", view.state())
                .add("reasons", Shape.texts(view.reasons()))
                .add("retention", retention())
                .add("source", view.source())
                .add("channel", view.channel())
                .add("purpose", view.purpose())
                .add("basis", view.basis())
                .add("policyVersion", view.policyVersion())
                .add("receivedAt", view.receivedAt().toString())
                .add("mediaType", view.mediaType())
                .add("size", view.size())
                .add("sha256", HexFormat.of().formatHex(view.sha256()))
                .add("fileName", Shape.text(view.fileName()))
                .add("original", original())
                .add("metadata", Shape.texts(view.metadata()))
                .add("mrz", mrz())
                .add(
                        "differences",
                        Shape.list(view.differences().stream()
                                .map(ShownDifference::new)
                                .toList()))
                .add("findings", lists(view.findings()))
                .add("copies", Shape.list(view.copies().stream().map(Held::new).toList()))
                .build();
    }

    private JsonObject retention() {
        return JSON.createObjectBuilder()
                .add("rule", view.retention().rule())
                .add("ends", Shape.text(view.retention().ends()))
                .build();
    }

    private JsonValue original() {
        return view.original()
                .<JsonValue>map(said -> JSON.createObjectBuilder()
                        .add("state", said.state())
                        .add("place", said.place())
                        .add("by", said.by())
                        .add("on", said.on().toString())
                        .build())
                .orElse(JsonValue.NULL);
    }

    private JsonValue mrz() {
        return view.zone().<JsonValue>map(zone -> new ShownZone(zone).json()).orElse(JsonValue.NULL);
    }

    private static JsonObject lists(Map<String, List<String>> lists) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        lists.forEach((name, values) -> object.add(name, Shape.texts(values)));
        return object.build();
    }

    /** A copy that is held. */
    record Held(DocumentView.Copy copy) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("part", copy.part())
                    .add("state", copy.state())
                    .build();
        }
    }
}
