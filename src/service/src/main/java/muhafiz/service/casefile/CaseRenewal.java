package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.domain.document.Document;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/**
 * Gives a case another key. By a case's key it is known whether a document's bytes came before; an old copy of that token would go on
 * saying so of a document that was destroyed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CaseRenewal {
    private final CaseFields fields;
    private final NewFields newFields;
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final InstantSource clock;

    @Inject
    CaseRenewal(
            CaseFields fields,
            NewFields newFields,
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            InstantSource clock) {
        this.fields = fields;
        this.newFields = newFields;
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** @return the leaf that is to be destroyed */
    public UUID renew(CaseFile file) {
        UUID old = file.fields().leafId();
        JsonObject shared = fields.of(file);
        SealedFields anew = newFields.ofCase(file.id(), shared, Shelf.of(file.recordClass(), clock.instant()));
        file.reseal(anew);
        try (LeafKey key = keyring.open(anew.leafId())) {
            documents.ofCase(file.id()).forEach(document -> retoken(document, key));
        }
        return old;
    }

    private void retoken(Document document, LeafKey caseKey) {
        try (LeafKey key = keyring.open(document.leafId())) {
            byte[] sha256 = seal.about(key, document).sha256();
            document.retoken(DocumentSeal.duplicateToken(caseKey, sha256));
        }
    }
}
