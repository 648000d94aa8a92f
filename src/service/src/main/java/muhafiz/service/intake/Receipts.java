package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.document.Document;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.checkpoint.Published;
import muhafiz.service.config.Settings;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.Awaited;
import muhafiz.service.log.LogPlaces;

/** Makes receipts, after the commit. */
@ApplicationScoped
class Receipts {
    private final Proofs proofs;
    private final Awaited awaited;
    private final LogPlaces places;
    private final ReceivedBefore before;
    private final Duration longest;

    @Inject
    Receipts(Proofs proofs, Awaited awaited, LogPlaces places, ReceivedBefore before, Settings settings) {
        this.proofs = proofs;
        this.awaited = awaited;
        this.places = places;
        this.before = before;
        this.longest = settings.archive().span("log.receipt-wait");
    }

    /** The receipt of what was just committed; it waits for a checkpoint that has the entry, bounded. */
    Received fresh(IntakeCommit.Acknowledged written) {
        try {
            Optional<Published> shown = proofs.covering(written.logged().entry(), longest);
            OptionalLong place = places.of(written.logged().entry()).sequence();
            return new Received(
                    written.document(),
                    written.kind(),
                    written.about().length(),
                    written.about().sha256(),
                    written.state(),
                    new Received.Receipt(written.logged().leafHash(), place, size(shown)));
        } finally {
            awaited.forget(written.logged().entry());
        }
    }

    /** The receipt of a document that was acknowledged before. */
    Received again(UUID document) {
        ReceivedBefore.Facts facts = before.facts(document);
        LogPlaces.Placed placed = places.of(facts.about().receiptEntry());
        About about = facts.about();
        return new Received(
                document,
                facts.kind(),
                about.length(),
                about.sha256(),
                facts.state(),
                new Received.Receipt(
                        placed.leafHash(),
                        placed.sequence(),
                        size(proofs.newest().filter(shown -> isIn(placed, shown)))));
    }

    private static boolean isIn(LogPlaces.Placed placed, Published shown) {
        return placed.sequence().isPresent() && placed.sequence().getAsLong() < shown.size();
    }

    private static OptionalLong size(Optional<Published> shown) {
        return shown.isPresent() ? OptionalLong.of(shown.get().size()) : OptionalLong.empty();
    }

    /** What an earlier upload left. */
    @ApplicationScoped
    static class ReceivedBefore {
        private final DocumentRows documents;
        private final DocumentSeal seal;
        private final Keyring keyring;

        @Inject
        ReceivedBefore(DocumentRows documents, DocumentSeal seal, Keyring keyring) {
            this.documents = documents;
            this.seal = seal;
            this.keyring = keyring;
        }

        record Facts(String kind, String state, About about) {}

        @Transactional
        public Facts facts(UUID id) {
            Document document = documents.find(id).orElseThrow(ForgottenException::new);
            try (LeafKey key = keyring.open(document.leafId())) {
                return new Facts(document.kind(), document.state().code(), seal.about(key, document));
            }
        }
    }
}
