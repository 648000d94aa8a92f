package muhafiz.api.disclosure;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.domain.disclosure.Agreement;

/** An agreement. */
record ShownAgreement(Agreement agreement) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("id", agreement.id())
                .add("version", agreement.version())
                .add("body", agreement.body())
                .add("act", agreement.legal().act())
                .add("article", agreement.legal().article())
                .add("purpose", agreement.legal().purpose())
                .add("fields", Shape.texts(agreement.fields()))
                .add("validFrom", agreement.validity().from().toString())
                .add("validUntil", Shape.text(agreement.validity().until()))
                .add("adequacy", Shape.text(agreement.adequacy()))
                .build();
    }
}
