package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.token.BlindToken;
import muhafiz.service.casefile.CaseImport;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;

/** Seals what a bag says, under its import's key, each in its place; and makes the tokens by which it is found again. */
@ApplicationScoped
class ImportSeal {
    private static final String PACKAGE = "package";

    private final FieldSeal seal;

    @Inject
    ImportSeal(FieldSeal seal) {
        this.seal = seal;
    }

    byte[] seal(LeafKey key, UUID id, String part, JsonObject what) {
        return seal.seal(key, new Place(id, id, part), what);
    }

    JsonObject open(LeafKey key, UUID id, String part, byte[] sealed) {
        return seal.open(key, new Place(id, id, part), sealed);
    }

    /** The context of a bag that came as a body. */
    SealContext bag(UUID id) {
        return seal.contextOf(new Place(id, id, PACKAGE));
    }

    static byte[] numberToken(LeafKey key, String oldNumber) {
        return token(key, "number", CaseImport.folded(oldNumber).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] pathToken(LeafKey key, String path) {
        return token(key, "path", path.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] digestToken(LeafKey key, byte[] sha256) {
        return token(key, "digest", sha256);
    }

    private static byte[] token(LeafKey key, String space, byte[] value) {
        return BlindToken.of(key, "import-" + space, value);
    }
}
