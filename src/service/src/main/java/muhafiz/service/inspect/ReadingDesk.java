package muhafiz.service.inspect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.inspect.UnverifiedFindings;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.malware.Scanner;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates;
import muhafiz.service.zone.ZoneRemarks;

/** The transactions of machine reading: one before the bytes are fetched, one after they were read; none between. */
@ApplicationScoped
class ReadingDesk {
    private static final String RULE = "archive.inspect";
    private static final Set<DocumentState> GONE = Set.of(DocumentState.DESTROYED, DocumentState.TRANSFERRED);

    private final DocumentRows documents;
    private final CaseRows cases;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final EndDates ends;
    private final ZoneRemarks zones;
    private final Scanner scanner;

    @Inject
    ReadingDesk(
            DocumentRows documents,
            CaseRows cases,
            DocumentSeal seal,
            Keyring keyring,
            AccessLog log,
            PolicyInForce policies,
            EndDates ends,
            ZoneRemarks zones,
            Scanner scanner) {
        this.documents = documents;
        this.cases = cases;
        this.seal = seal;
        this.keyring = keyring;
        this.log = log;
        this.policies = policies;
        this.ends = ends;
        this.zones = zones;
        this.scanner = scanner;
    }

    /** A document taken for reading; closing wipes its key. */
    record Paper(UUID application, About about, LeafKey key, Opener opener, Wanted wanted) implements AutoCloseable {
        boolean isToBeScanned() {
            return wanted.scan();
        }

        boolean isToBeRead() {
            return wanted.read();
        }

        /** The bytes as they came, each chunk only after its tag. */
        InputStream plaintext() throws IOException {
            return opener.stream();
        }

        @Override
        public void close() {
            key.close();
        }
    }

    /** What is to be done with a document. */
    record Wanted(boolean scan, boolean read) {}

    /** The document, unless there is nothing to be done with it. */
    @Transactional
    public Optional<Paper> take(UUID id) {
        return documents
                .find(id)
                .filter(document -> !GONE.contains(document.state()))
                .filter(document -> isToBeRead(document) || scanner.isDue(document))
                .map(document -> {
                    LeafKey key = keyring.open(document.leafId());
                    About about = seal.about(key, document);
                    Wanted wanted = new Wanted(scanner.isDue(document), isToBeRead(document));
                    return new Paper(document.caseId(), about, key, seal.opener(key, document, about), wanted);
                });
    }

    private static boolean isToBeRead(Document document) {
        return document.state() == DocumentState.RECEIVED;
    }

    /** The scanner found nothing in it. */
    @Transactional
    public void scanned(UUID id) {
        documents.scanned(id);
    }

    /** Whatever it was before, nobody gets its bytes from now on. @param name what was found, where something was */
    @Transactional
    public void putAside(UUID id, String reason, Optional<String> name) {
        documents.find(id).filter(document -> !GONE.contains(document.state())).ifPresent(document -> {
            cases.hold(document.caseId());
            document.quarantine(reason);
            documents.flush();
            ends.ofCase(document.caseId());
            log(document, Map.of("state", "quarantined", "reason", reason, "found", name.orElse("")));
        });
    }

    /** What was found, and what a machine remarks on it. */
    @Transactional
    public void read(UUID id, UnverifiedFindings found) {
        record(id, "inspected", (document, key) -> {
            List<String> remarks = new ArrayList<>(ScanLimits.remarks(found.metadata()));
            cases.hold(document.caseId())
                    .map(file -> zones.of(file, document, found.metadata()))
                    .ifPresent(remarks::addAll);
            document.inspected(seal.sealFindings(key, document, Findings.of(found)), remarks);
        });
    }

    /** Why nothing was found. */
    @Transactional
    public void inspected(UUID id, JsonObject findings, List<String> remarks) {
        record(id, "inspected", (document, key) -> {
            document.inspected(seal.sealFindings(key, document, findings), remarks);
        });
    }

    @Transactional
    public void quarantined(UUID id, String reason) {
        record(id, "quarantined", (document, key) -> {
            cases.hold(document.caseId());
            document.quarantine(reason);
            documents.flush();
            ends.ofCase(document.caseId());
        });
    }

    private void record(UUID id, String outcome, BiConsumer<Document, LeafKey> change) {
        Optional<Document> found = documents.find(id).filter(one -> one.state() == DocumentState.RECEIVED);
        if (found.isEmpty()) {
            return;
        }
        Document document = found.get();
        try (LeafKey key = keyring.open(document.leafId())) {
            change.accept(document, key);
        }
        log(document, Map.of("state", outcome));
    }

    private void log(Document document, Map<String, String> more) {
        Act.About about = new Act.About(
                Concerned.by(policies.policy().kind(document.kind()), cases.parties(document.caseId())),
                Optional.of(document.id()),
                Optional.of(document.caseId()));
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "inspect",
                new Act.Ground(
                        document.provenance().purpose(), document.provenance().basis()),
                Act.Outcome.done(RULE),
                about,
                more));
    }
}
