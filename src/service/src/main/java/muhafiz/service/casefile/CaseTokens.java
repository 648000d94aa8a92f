package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/**
 * The key under which a case knows whether a document's bytes came before. It dies when one of them is destroyed, since an old copy of
 * that token would go on saying so; the next document that comes has another made. The case's own fields have another key, so nothing is
 * lost with this one: tokens are made from the documents at any time. The caller holds the case.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CaseTokens {
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final InstantSource clock;

    @Inject
    CaseTokens(DocumentRows documents, DocumentSeal seal, Keyring keyring, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** The key; made where there is none, or none any more. The caller closes it. */
    public LeafKey keyOf(CaseFile file) {
        if (file.tokenLeafId().filter(keyring::holds).isEmpty()) {
            make(file);
        }
        return keyring.open(file.tokenLeafId().orElseThrow());
    }

    private void make(CaseFile file) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            keyring.create(leaf, key, Shelf.of(file.recordClass(), clock.instant()));
            documents.ofCase(file.id()).forEach(document -> retoken(document, key));
        }
        file.tokensUnder(leaf);
    }

    /** A document whose own key is gone is never found again. */
    private void retoken(Document document, LeafKey tokenKey) {
        if (keyring.held(Set.of(document.leafId())).isEmpty()) {
            return;
        }
        try (LeafKey key = keyring.open(document.leafId())) {
            byte[] sha256 = seal.about(key, document).sha256();
            document.retoken(DocumentSeal.duplicateToken(tokenKey, sha256));
        }
    }
}
