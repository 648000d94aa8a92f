package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Seals the personal fields of a row, as one JSON object, bound to this archive, the row, its version and the part's name. */
@ApplicationScoped
public class FieldSeal {
    private final EntityManager database;
    private final AtomicReference<@Nullable UUID> archive = new AtomicReference<>();

    @Inject
    FieldSeal(EntityManager database) {
        this.database = database;
    }

    public byte[] seal(LeafKey key, Place place, JsonObject fields) {
        return Sealer.seal(key, contextOf(place), fields.toString().getBytes(StandardCharsets.UTF_8));
    }

    public JsonObject open(LeafKey key, Place place, byte[] sealed) {
        byte[] plain = Opener.open(key, contextOf(place), sealed);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(plain))) {
            return reader.readObject();
        }
    }

    /** The context that binds ciphertext to its place in this archive. */
    public SealContext contextOf(Place place) {
        return new SealContext(archiveId(), place.owner(), place.version(), place.part());
    }

    /** A row (or document), its version and the part of it, such as {@code about}. */
    public record Place(UUID owner, UUID version, String part) {}

    private UUID archiveId() {
        UUID known = archive.get();
        if (known == null) {
            known = readArchiveId();
            archive.set(known);
        }
        return known;
    }

    private UUID readArchiveId() {
        return (UUID) database.createNativeQuery("select archive_id from archive.installation", UUID.class)
                .getSingleResult();
    }
}
