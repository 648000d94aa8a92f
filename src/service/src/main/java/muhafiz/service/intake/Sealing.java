package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Sealer;
import muhafiz.crypto.seal.Tally;
import muhafiz.domain.document.Document;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.SelfDescription;
import muhafiz.service.document.SelfDescriptions;
import muhafiz.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/** Seals a document's bytes into the store in one pass, with what it says of itself. Safe for all threads. */
@ApplicationScoped
class Sealing {
    private final DocumentSeal seal;
    private final SelfDescriptions descriptions;
    private final ObjectStore store;

    @Inject
    Sealing(DocumentSeal seal, SelfDescriptions descriptions, ObjectStore store) {
        this.seal = seal;
        this.descriptions = descriptions;
        this.store = store;
    }

    /** What is said of the bytes once they are counted; what it throws keeps the last of them out of the store. */
    interface Told {
        SelfDescription of(Tally tally);
    }

    /** On return the bytes are durable and nothing knows of them yet. */
    IntakeCommit.Sealed seal(Document.Identity identity, LeafKey key, InputStream body, Told told) throws IOException {
        AtomicReference<@Nullable SelfDescription> described = new AtomicReference<>();
        Pieces pieces = new Pieces(store, identity.versionId(), tally -> {
            SelfDescription what = told.of(tally);
            described.set(what);
            return descriptions.label(key, identity, what);
        });
        Tally tally = Sealer.seal(key, seal.original(identity.id(), identity.versionId()), body, pieces);
        SelfDescription said = Objects.requireNonNull(described.get(), "every message has a last segment");
        return new IntakeCommit.Sealed(identity, key, said, tally);
    }
}
