package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.malware.Scanner;

/** Opens what is handed over, one thing after the other; whoever calls has the entries about it durable already. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ParcelContents {
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Duration SOON = Duration.ofMinutes(1);

    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final CaseRows cases;
    private final CaseFields fields;
    private final Keyring keyring;
    private final Scanner scanner;

    @Inject
    ParcelContents(
            DocumentRows documents,
            DocumentSeal seal,
            CaseRows cases,
            CaseFields fields,
            Keyring keyring,
            Scanner scanner) {
        this.scanner = scanner;
        this.documents = documents;
        this.seal = seal;
        this.cases = cases;
        this.fields = fields;
        this.keyring = keyring;
    }

    /** A document that is open; closing wipes its key. */
    public record Opened(Document document, About about, Opener opener, LeafKey key) implements AutoCloseable {
        public void writeTo(OutputStream out) throws IOException {
            opener.copy(0, about.length(), out);
        }

        @Override
        public void close() {
            key.close();
        }
    }

    /**
     * @throws IllegalStateException where it is gone meanwhile
     * @throws UnavailableException {@code not-scanned} where it has not gone through the scanner yet
     */
    public Opened open(UUID id) {
        Document document =
                documents.find(id).orElseThrow(() -> new IllegalStateException("a document to be handed over is gone"));
        if (scanner.isDue(document)) {
            throw new UnavailableException(Scanner.NOT_SCANNED, SOON);
        }
        LeafKey key = keyring.open(document.leafId());
        About about = seal.about(key, document);
        return new Opened(document, about, seal.opener(key, document, about), key);
    }

    /** What the case says, as JSON in UTF-8: shared fields, parties and events. */
    public byte[] caseFile(UUID id) {
        CaseFile file = cases.find(id).orElseThrow(() -> new IllegalStateException("a case to be handed over is gone"));
        JsonArrayBuilder parties = JSON.createArrayBuilder();
        cases.parties(id)
                .forEach(party -> parties.add(
                        JSON.createObjectBuilder().add("role", party.role()).add("fields", fields.of(party))));
        JsonArrayBuilder events = JSON.createArrayBuilder();
        cases.events(id).forEach(event -> {
            JsonObjectBuilder one = JSON.createObjectBuilder()
                    .add("type", event.type())
                    .add("on", event.on().toString());
            event.outcome().ifPresent(outcome -> one.add("outcome", outcome));
            events.add(one);
        });
        JsonObject json = JSON.createObjectBuilder()
                .add("id", id.toString())
                .add("class", file.recordClass())
                .add("unit", file.unit())
                .add("state", file.state().code())
                .add("receivedAt", file.receivedAt().toString())
                .add("source", file.provenance().source())
                .add("fields", fields.of(file))
                .add("parties", parties)
                .add("events", events)
                .build();
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
