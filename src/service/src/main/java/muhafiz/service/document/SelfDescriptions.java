package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.document.Document;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.store.Label;

/** Seals self-descriptions into labels, under the version's own key, and opens them. Safe for all threads. */
@ApplicationScoped
public class SelfDescriptions {
    private static final String ABOUT = "about";

    private final FieldSeal seal;

    @Inject
    SelfDescriptions(FieldSeal seal) {
        this.seal = seal;
    }

    /** The label of a document's last piece. What does not fit is left out in this order: file name, events, persons. */
    public Label label(LeafKey key, Document.Identity identity, SelfDescription what) {
        SelfDescription nameless = what.withoutFileName();
        SelfDescription eventless = nameless.withoutEvents();
        for (SelfDescription shorter : List.of(what, nameless, eventless, eventless.withoutPersons())) {
            byte[] sealed = seal.seal(key, place(identity.id(), identity.versionId()), SelfDescriptionJson.of(shorter));
            if (sealed.length <= Label.MOST) {
                return new Label(identity.id(), identity.leafId(), sealed);
            }
        }
        throw new IllegalStateException("the policy's codes are too long for a label of " + Label.MOST + " bytes");
    }

    /**
     * What the label says of the version.
     *
     * @throws muhafiz.crypto.IntegrityException where it was changed, or belongs to another version
     */
    public SelfDescription open(LeafKey key, UUID version, Label label) {
        return SelfDescriptionJson.read(seal.open(key, place(label.owner(), version), label.sealed()));
    }

    private static Place place(UUID document, UUID version) {
        return new Place(document, version, ABOUT);
    }
}
