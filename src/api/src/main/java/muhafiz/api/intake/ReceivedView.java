package muhafiz.api.intake;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HexFormat;
import java.util.OptionalLong;
import muhafiz.api.json.Shape;
import muhafiz.service.intake.Received;

/** The acknowledgement of a document: what was received, and where the log says so. Hashes in lower-case hex. */
record ReceivedView(Received received) implements Shape {
    @Override
    public JsonObject json() {
        HexFormat hex = HexFormat.of();
        JsonObject receipt = JSON.createObjectBuilder()
                .add("leafHash", hex.formatHex(received.receipt().leafHash()))
                .add("seq", orNull(received.receipt().sequence()))
                .add("checkpoint", orNull(received.receipt().checkpoint()))
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

    private static JsonValue orNull(OptionalLong number) {
        return number.isPresent() ? JSON.createValue(number.getAsLong()) : JsonValue.NULL;
    }
}
