package muhafiz.api.letter;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.HexFormat;
import muhafiz.api.json.Shape;
import muhafiz.service.intake.Received;
import muhafiz.service.letter.ReceivedLetter;

/** The acknowledgement of a letter; hashes in lower-case hex. */
record ShownLetter(ReceivedLetter letter) implements Shape {
    @Override
    public JsonObject json() {
        JsonArrayBuilder left = JSON.createArrayBuilder();
        letter.leftInside()
                .forEach(one -> left.add(JSON.createObjectBuilder()
                        .add("attachment", one.number())
                        .add("why", one.why())));
        return JSON.createObjectBuilder()
                .add("number", letter.file().number())
                .add("accessCode", letter.file().accessCode())
                .add("answerBy", Shape.text(letter.file().decideBy()))
                .add("warnings", Shape.texts(letter.file().warnings()))
                .add("answerable", letter.isAnswerable())
                .add(
                        "documents",
                        Shape.list(letter.documents().stream().map(Kept::new).toList()))
                .add("leftInside", left)
                .build();
    }

    /** One of its documents, and where the log says that it came. */
    private record Kept(Received received) implements Shape {
        @Override
        public JsonObject json() {
            HexFormat hex = HexFormat.of();
            return JSON.createObjectBuilder()
                    .add("id", received.id().toString())
                    .add("size", received.size())
                    .add("sha256", hex.formatHex(received.sha256()))
                    .add("leafHash", hex.formatHex(received.receipt().leafHash()))
                    .build();
        }
    }
}
