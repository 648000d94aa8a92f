package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.Keyring;

/** Seals the reasons under the leaf of their case; within a transaction. */
@ApplicationScoped
class GlassReasons {
    private static final String REASON = "reason";

    private final Keyring keyring;
    private final FieldSeal seal;

    @Inject
    GlassReasons(Keyring keyring, FieldSeal seal) {
        this.keyring = keyring;
        this.seal = seal;
    }

    byte[] sealed(UUID glass, CaseFile file, String reason) {
        try (LeafKey key = keyring.open(file.fields().leafId())) {
            return seal.seal(
                    key,
                    place(glass, file),
                    Json.createObjectBuilder().add(REASON, reason).build());
        }
    }

    String opened(Glass glass, CaseFile file) {
        try (LeafKey key = keyring.open(file.fields().leafId())) {
            return seal.open(key, place(glass.id(), file), glass.reason()).getString(REASON);
        }
    }

    private static FieldSeal.Place place(UUID glass, CaseFile file) {
        return new FieldSeal.Place(glass, file.fields().leafId(), GlassEntries.RULE);
    }
}
