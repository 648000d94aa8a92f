package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.document.Document;
import muhafiz.service.config.Settings;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.LogPlaces;
import muhafiz.service.log.Sequencer;

/** Makes receipts, after the commit. */
@ApplicationScoped
class Receipts {
    private final Sequencer sequencer;
    private final LogPlaces places;
    private final ReceivedBefore before;
    private final Duration longest;

    @Inject
    Receipts(Sequencer sequencer, LogPlaces places, ReceivedBefore before, Settings settings) {
        this.sequencer = sequencer;
        this.places = places;
        this.before = before;
        this.longest = settings.archive().span("log.receipt-wait");
    }

    /** The receipt of what was just committed; it waits for the entry's place, bounded. */
    Received fresh(IntakeCommit.Acknowledged written) {
        try {
            OptionalLong place = sequencer.placeOf(written.logged().entry(), longest);
            return new Received(
                    written.document(),
                    written.kind(),
                    written.about().length(),
                    written.about().sha256(),
                    written.state(),
                    new Received.Receipt(written.logged().leafHash(), place));
        } finally {
            sequencer.forget(written.logged().entry());
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
                new Received.Receipt(placed.leafHash(), placed.sequence()));
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
