package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.SegmentSource;
import muhafiz.crypto.token.BlindToken;
import muhafiz.domain.document.Document;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;

/** Opens and seals the parts of a document, each bound to its document, version and part. */
@ApplicationScoped
public class DocumentSeal {
    /** The part that holds the bytes as they came. */
    public static final String ORIGINAL = "original";

    private static final String DUPLICATE_SPACE = "duplicate";

    private static final String ABOUT = "about";
    private static final String FINDINGS = "findings";

    private final FieldSeal seal;
    private final ObjectStore store;

    @Inject
    DocumentSeal(FieldSeal seal, ObjectStore store) {
        this.seal = seal;
        this.store = store;
    }

    /** The context of the original bytes. */
    public SealContext original(UUID document, UUID version) {
        return seal.contextOf(new Place(document, version, ORIGINAL));
    }

    public byte[] sealAbout(LeafKey key, Document.Identity identity, About about) {
        return seal.seal(key, new Place(identity.id(), identity.versionId(), ABOUT), about.json());
    }

    public About about(LeafKey key, Document document) {
        return About.of(seal.open(key, place(document, ABOUT), document.about()));
    }

    public byte[] sealFindings(LeafKey key, Document document, JsonObject findings) {
        return seal.seal(key, place(document, FINDINGS), findings);
    }

    public Optional<JsonObject> findings(LeafKey key, Document document) {
        return document.findings().map(bytes -> seal.open(key, place(document, FINDINGS), bytes));
    }

    /**
     * The token by which the same bytes are found again within a case.
     *
     * @param key the case's
     */
    public static byte[] duplicateToken(LeafKey key, byte[] sha256) {
        return BlindToken.of(key, DUPLICATE_SPACE, sha256);
    }

    /** The way to the original bytes; {@code key} stays the caller's and must live as long as the opener is used. */
    public Opener opener(LeafKey key, Document document, About about) {
        UUID version = document.versionId();
        return opener(
                key,
                document,
                about,
                (segment, offset, length) -> store.read(new ObjectName(version, ORIGINAL, segment), offset, length));
    }

    /** The same where somebody wants to see the ciphertext pass. */
    public Opener opener(LeafKey key, Document document, About about, SegmentSource source) {
        return new Opener(
                key,
                original(document.id(), document.versionId()),
                about.length(),
                document.content().length(),
                source);
    }

    private static Place place(Document document, String part) {
        return new Place(document.id(), document.versionId(), part);
    }
}
