package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/** What a request says of persons, sealed under its own leaf, of class RC-REQ. In the caller's transaction. */
@ApplicationScoped
class RequestText {
    static final String RECORD_CLASS = "RC-REQ";
    private static final String PART = "request";

    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    RequestText(Keyring keyring, FieldSeal seal) {
        this.keyring = keyring;
        this.seal = seal;
    }

    /** Under a new leaf. */
    RequestRow.SealedText first(UUID request, JsonObject text, Instant now) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] bytes = seal.seal(key, new Place(request, leaf, PART), text);
            keyring.create(leaf, key, Shelf.of(RECORD_CLASS, now));
            return new RequestRow.SealedText(leaf, bytes);
        }
    }

    /** Under the leaf that it has: something is added, nothing is taken away. */
    RequestRow.SealedText again(RequestRow row, JsonObject text) {
        try (LeafKey key = keyring.open(row.text().leaf())) {
            Place place = new Place(row.id(), row.text().leaf(), PART);
            return new RequestRow.SealedText(row.text().leaf(), seal.seal(key, place, text));
        }
    }

    /** Empty where its key is gone. */
    Optional<JsonObject> open(RequestRow row) {
        return Optional.ofNullable(open(List.of(row)).get(row.text().leaf()));
    }

    /** By leaf; without those whose key is gone. */
    Map<UUID, JsonObject> open(List<RequestRow> rows) {
        Map<UUID, RequestRow> sealed = new HashMap<>();
        rows.forEach(row -> sealed.put(row.text().leaf(), row));
        Map<UUID, JsonObject> opened = new HashMap<>();
        keyring.lend(sealed.keySet(), (leaf, key) -> {
            RequestRow row = sealed.get(leaf);
            if (row != null) {
                opened.put(
                        leaf,
                        seal.open(
                                key, new Place(row.id(), leaf, PART), row.text().bytes()));
            }
        });
        return opened;
    }
}
