package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.SealContext;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;

/** Seals what an upload is to be, how far it is, and its parts, each in its place. */
@ApplicationScoped
class UploadSeal {
    private static final String ABOUT = "upload";
    private static final String RECEIVED = "upload-received";
    private static final String PART = "upload-part-";

    private final FieldSeal seal;

    @Inject
    UploadSeal(FieldSeal seal) {
        this.seal = seal;
    }

    byte[] sealAbout(LeafKey key, UUID upload, UploadWish wish) {
        JsonObjectBuilder about = Json.createObjectBuilder()
                .add("kind", wish.kind())
                .add("length", wish.length())
                .add("metadata", wish.metadata());
        wish.replaces().ifPresent(replaced -> about.add("replaces", replaced.toString()));
        wish.fileName().ifPresent(name -> about.add("name", name));
        return seal.seal(key, place(upload, ABOUT), about.build());
    }

    UploadWish about(LeafKey key, UploadRows.Row row) {
        JsonObject about = seal.open(key, place(row.id(), ABOUT), row.about());
        return new UploadWish(
                about.getString("kind"),
                Optional.ofNullable(about.getString("replaces", null)).map(UUID::fromString),
                about.getJsonNumber("length").longValueExact(),
                Optional.ofNullable(about.getString("name", null)),
                about.getString("metadata"));
    }

    byte[] sealReceived(LeafKey key, UUID upload, long received) {
        return seal.seal(
                key,
                place(upload, RECEIVED),
                Json.createObjectBuilder().add("received", received).build());
    }

    long received(LeafKey key, UploadRows.Row row) {
        return seal.open(key, place(row.id(), RECEIVED), row.received())
                .getJsonNumber("received")
                .longValueExact();
    }

    /** The context of a part's bytes. */
    SealContext part(UUID upload, UUID attempt, int number) {
        return seal.contextOf(new Place(upload, attempt, PART + number));
    }

    private static Place place(UUID upload, String part) {
        return new Place(upload, upload, part);
    }
}
