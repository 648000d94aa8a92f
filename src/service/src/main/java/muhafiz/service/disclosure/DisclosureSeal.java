package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.disclosure.DisclosureRows.Row;
import muhafiz.service.disclosure.DisclosureRows.Under;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/** Seals a disclosure's register and what its package is made from, each under a leaf of its own. In the caller's transaction. */
@ApplicationScoped
class DisclosureSeal {
    static final String CLASS = "RC-DISC";

    private static final String REGISTER = "disclosure";
    private static final String PACKING = "packing";

    private final Keyring keyring;
    private final FieldSeal seal;
    private final InstantSource clock;

    @Inject
    DisclosureSeal(Keyring keyring, FieldSeal seal, InstantSource clock) {
        this.keyring = keyring;
        this.seal = seal;
        this.clock = clock;
    }

    Under register(UUID disclosure, JsonObject text) {
        return sealed(disclosure, REGISTER, CLASS, text);
    }

    Under packing(UUID disclosure, JsonObject text) {
        return sealed(disclosure, PACKING, PACKING, text);
    }

    private Under sealed(UUID disclosure, String part, String shelf, JsonObject text) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            byte[] bytes = seal.seal(key, new Place(disclosure, leaf, part), text);
            keyring.create(leaf, key, Shelf.of(shelf, clock.instant()));
            return new Under(leaf, bytes);
        }
    }

    JsonObject register(Row row) {
        return opened(row.id(), REGISTER, row.register());
    }

    /** The register's text anew, under the leaf that it has. */
    byte[] again(Row row, JsonObject text) {
        try (LeafKey key = keyring.open(row.register().leaf())) {
            return seal.seal(key, new Place(row.id(), row.register().leaf(), REGISTER), text);
        }
    }

    /** Only while {@link Row#isOver} is not true. */
    JsonObject packing(Row row) {
        return opened(row.id(), PACKING, row.packing().orElseThrow());
    }

    private JsonObject opened(UUID disclosure, String part, Under what) {
        try (LeafKey key = keyring.open(what.leaf())) {
            return seal.open(key, new Place(disclosure, what.leaf(), part), what.sealed());
        }
    }
}
