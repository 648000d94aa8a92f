package muhafiz.api.letter;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.letter.Answering;

/** Where the answer lies, and where it goes. */
record ShownAnswer(Answering.Answer answer) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("document", answer.document().toString())
                .add("sendTo", Shape.texts(answer.sendTo()))
                .build();
    }
}
