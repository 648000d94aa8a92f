package muhafiz.api.intake;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HexFormat;
import muhafiz.api.json.Shape;
import muhafiz.service.intake.Received;

/** The acknowledgement of a document: what was received, and where the log says so. Hashes in lower-case hex. */
record ReceivedView(Received received) implements Shape {
    @Override
    public JsonObject json() {
        HexFormat hex = HexFormat.of();
        var sequence = received.receipt().sequence();
        JsonObject receipt = JSON.createObjectBuilder()
                .add("leafHash", hex.formatHex(received.receipt().leafHash()))
                .add("seq", sequence.isPresent() ? JSON.createValue(sequence.getAsLong()) : JsonValue.NULL)
                .build();
        return JSON.createObjectBuilder()
                .add("id", received.id().toString())
                .add("kind", received.kind())
                .add("size", received.size())
                .add("sha256", hex.formatHex(received.sha256()))
                .add("state", received.state())
                .add("receipt", receipt)
                .build();
    }
}
