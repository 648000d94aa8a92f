package muhafiz.service.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.document.Document;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.paper.ReceivedDocument;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.Words;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.EntryOpening;
import muhafiz.service.log.LogPlaces;
import muhafiz.service.log.TreeRows;

/** Makes receipts; empty where no checkpoint has the entry yet, or its bytes are gone with the log's term. Within a transaction. */
@ApplicationScoped
class ReceiptProofs {
    private final LogPlaces places;
    private final TreeRows tree;
    private final EntryOpening entries;
    private final Proofs proofs;
    private final Keyring keyring;
    private final DocumentSeal seal;
    private final Words words;

    @Inject
    ReceiptProofs(
            LogPlaces places,
            TreeRows tree,
            EntryOpening entries,
            Proofs proofs,
            Keyring keyring,
            DocumentSeal seal,
            Words words) {
        this.places = places;
        this.tree = tree;
        this.entries = entries;
        this.proofs = proofs;
        this.keyring = keyring;
        this.seal = seal;
        this.words = words;
    }

    private record Entry(long seq, LogLeaf leaf) {}

    /** The entry alone. */
    Optional<TlogProof> closed(Document document) {
        return entry(document).flatMap(entry -> proof(entry, new Receipt(entry.leaf(), Optional.empty())));
    }

    /** The entry and what opens it, as long as one of these persons' log keys is there. */
    Optional<TlogProof> open(Document document, Set<UUID> persons) {
        return entry(document)
                .flatMap(entry -> proof(
                        entry,
                        new Receipt(
                                entry.leaf(),
                                entries.open(entry.leaf(), persons)
                                        .map(inside -> new Receipt.Opening(inside, received(document))))));
    }

    private Optional<Entry> entry(Document document) {
        OptionalLong place = places.of(about(document).receiptEntry()).sequence();
        return place.isEmpty()
                ? Optional.empty()
                : tree.leaves(place.getAsLong(), 1).stream()
                        .findFirst()
                        .map(leaf -> new Entry(place.getAsLong(), LogLeaf.decode(leaf)));
    }

    private Optional<TlogProof> proof(Entry entry, Receipt receipt) {
        return proofs.of(entry.seq(), Optional.of(receipt.extra()));
    }

    private ReceivedDocument received(Document document) {
        About about = about(document);
        return new ReceivedDocument(
                document.id(), words.cameAs(document), about.length(), about.sha256(), about.nonce());
    }

    private About about(Document document) {
        try (LeafKey key = keyring.open(document.leafId())) {
            return seal.about(key, document);
        }
    }
}
