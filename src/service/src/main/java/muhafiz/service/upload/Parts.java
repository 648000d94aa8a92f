package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Ciphertext;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.Sealer;
import muhafiz.service.document.Removal;
import muhafiz.service.upload.UploadRows.Part;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;

/** The parts of uploads in the store. An attempt's names are its own, so two that go on at once never meet. Safe for all threads. */
@ApplicationScoped
class Parts {
    private final ObjectStore store;
    private final ObjectDestroyer destroyer;
    private final Removal removal;
    private final UploadSeal seal;

    @Inject
    Parts(ObjectStore store, ObjectDestroyer destroyer, Removal removal, UploadSeal seal) {
        this.store = store;
        this.destroyer = destroyer;
        this.removal = removal;
        this.seal = seal;
    }

    /** On return the part is durable, and counted nowhere yet. */
    Part put(LeafKey key, UUID upload, UUID attempt, int number, byte[] bytes) {
        Ciphertext sealed = Sealer.object(key, seal.part(upload, attempt, number), bytes);
        Part part = new Part(attempt, number, sealed.length());
        store.put(name(upload, part), sealed);
        return part;
    }

    InputStream open(LeafKey key, UUID upload, Part part) {
        byte[] sealed = store.read(name(upload, part), 0, part.sealedLength());
        return new ByteArrayInputStream(Opener.open(key, seal.part(upload, part.attempt(), part.number()), sealed));
    }

    void remove(UUID upload, Collection<Part> parts) {
        parts.forEach(part -> removal.remove(name(upload, part).toString()));
    }

    /** Every object of the upload, counted or not. */
    void removeAll(UUID upload) {
        destroyer.list(upload + "/", object -> removal.remove(object.name()));
    }

    private static ObjectName name(UUID upload, Part part) {
        return new ObjectName(upload, "part-" + part.attempt(), part.number());
    }
}
