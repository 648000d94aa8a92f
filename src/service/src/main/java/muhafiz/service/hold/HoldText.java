package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/** Authority and ground of a hold, sealed under a leaf of the hold's own: they may name persons. In the caller's transaction. */
@ApplicationScoped
class HoldText {
    private static final String PART = "hold";

    private final Keyring keyring;
    private final FieldSeal seal;
    private final InstantSource clock;

    @Inject
    HoldText(Keyring keyring, FieldSeal seal, InstantSource clock) {
        this.keyring = keyring;
        this.seal = seal;
        this.clock = clock;
    }

    /** What a hold says of itself. */
    record Text(String authority, String ground) {}

    SealedFields seal(UUID hold, Text text) {
        UUID leaf = Randoms.id();
        JsonObject fields = Json.createObjectBuilder()
                .add("authority", text.authority())
                .add("ground", text.ground())
                .build();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] bytes = seal.seal(key, new Place(hold, leaf, PART), fields);
            keyring.create(leaf, key, Shelf.of(PART, clock.instant()));
            return new SealedFields(leaf, bytes);
        }
    }

    Text open(HoldRows.Row hold) {
        try (LeafKey key = keyring.open(hold.leaf())) {
            JsonObject fields = seal.open(key, new Place(hold.id(), hold.leaf(), PART), hold.text());
            return new Text(fields.getString("authority"), fields.getString("ground"));
        }
    }
}
