package muhafiz.api.reading;

import jakarta.json.JsonObject;
import muhafiz.api.json.Shape;
import muhafiz.service.reading.ZoneView;

/** A machine-readable zone, taken apart. */
record ShownZone(ZoneView zone) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("format", zone.format())
                .add("lines", Shape.texts(zone.lines()))
                .add("documentCode", zone.documentCode())
                .add("issuer", zone.issuer())
                .add("surname", zone.surname())
                .add("givenNames", zone.givenNames())
                .add("documentNumber", zone.documentNumber())
                .add("nationality", zone.nationality())
                .add("birthDate", Shape.text(zone.birthDate()))
                .add("sex", zone.sex())
                .add("expiryDate", Shape.text(zone.expiryDate()))
                .add("failing", Shape.texts(zone.failing()))
                .add("confidence", zone.confidence())
                .add("sure", zone.isSure())
                .build();
    }
}
