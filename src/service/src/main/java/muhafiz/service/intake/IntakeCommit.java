package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Tally;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.domain.document.SealedContent;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.CaseTokens;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.SelfDescription;
import muhafiz.service.inspect.ReadingQueue;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.Awaited;
import muhafiz.service.log.Logged;
import muhafiz.service.malware.Scanner;
import muhafiz.service.retention.EndDates;
import muhafiz.service.retention.Restrictions;

/** The commit that is the promise: document, wrapped key, log entry and the task to read it, together or not at all. */
@ApplicationScoped
class IntakeCommit {
    /** Of a kind that takes any, a type that is none of its own: kept until somebody has said what it is (policy, SCO-4). */
    private static final String UNKNOWN_TYPE = "unknown-type";

    private final CaseRows cases;
    private final CaseTokens tokens;
    private final CaseProgress progress;
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final AccessLog log;
    private final Awaited awaited;
    private final Repeats repeats;
    private final ReadingQueue queue;
    private final EndDates ends;
    private final Restrictions restrictions;
    private final Scanner scanner;

    @Inject
    IntakeCommit(
            CaseRows cases,
            CaseTokens tokens,
            CaseProgress progress,
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            AccessLog log,
            Awaited awaited,
            Repeats repeats,
            ReadingQueue queue,
            EndDates ends,
            Restrictions restrictions,
            Scanner scanner) {
        this.cases = cases;
        this.tokens = tokens;
        this.progress = progress;
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.log = log;
        this.awaited = awaited;
        this.repeats = repeats;
        this.queue = queue;
        this.ends = ends;
        this.restrictions = restrictions;
        this.scanner = scanner;
    }

    /** What lies in the store by now: under which names and key, and what was counted on the way. */
    record Sealed(Document.Identity identity, LeafKey key, SelfDescription description, Tally tally) {
        About about() {
            return description.about();
        }
    }

    /** What was written. */
    record Acknowledged(UUID document, String kind, String state, About about, Logged logged) {}

    @Transactional
    public Acknowledged commit(Intake.Taking taking, Sealed sealed) {
        Admission.Admitted admitted = taking.admitted();
        CaseFile file = cases.hold(admitted.caseId())
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such application"));
        taking.filed().as(sealed.identity().id());
        byte[] duplicate = duplicateToken(file, sealed.tally());
        refuseDuplicate(taking, duplicate);
        checkReplaced(taking);
        Logged logged = log(taking.caller(), admitted, file, sealed, Map.of());
        awaited.expect(logged.entry());
        Document document = file(admitted.kind(), sealed, duplicate);
        taking.repeatKey().ifPresent(key -> repeats.keep(key, document.id()));
        progress.documentCame(file);
        if (isForTheMachine(document)) {
            queue.add(document.id());
        }
        documents.flush();
        ends.ofCase(file.id());
        restrictions.filed(document.id());
        return new Acknowledged(document.id(), document.kind(), document.state().code(), sealed.about(), logged);
    }

    /**
     * Files what an old case holds, the case being registered in the same transaction; nobody waits for a receipt, and it is read by machine
     * when nothing else is to be read.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void commitOld(Caller caller, CaseFile file, Collection<OldPapers.Sealed> papers, Map<String, String> more) {
        for (OldPapers.Sealed paper : papers) {
            Sealed sealed = paper.sealed();
            log(caller, paper.admitted(), file, sealed, more);
            Document document = file(paper.admitted().kind(), sealed, duplicateToken(file, sealed.tally()));
            if (isForTheMachine(document)) {
                queue.addOld(document.id());
            }
        }
        documents.flush();
        ends.ofCase(file.id());
    }

    private boolean isForTheMachine(Document document) {
        return document.state() == DocumentState.RECEIVED || scanner.isOn();
    }

    private Document file(DocumentKind kind, Sealed sealed, byte[] duplicate) {
        Document.Filing filing = sealed.description().filing();
        keyring.create(sealed.identity().leafId(), sealed.key(), Shelf.of(filing.recordClass(), filing.receivedAt()));
        Document document = document(sealed, duplicate);
        if (!kind.takes(sealed.about().mediaType())) {
            document.quarantine(UNKNOWN_TYPE);
        }
        documents.add(document);
        return document;
    }

    private Document document(Sealed sealed, byte[] duplicate) {
        Tally tally = sealed.tally();
        SealedContent content = new SealedContent(tally.sealedLength(), tally.sealedSha256(), tally.segments());
        byte[] about = seal.sealAbout(sealed.key(), sealed.identity(), sealed.about());
        return new Document(
                sealed.identity(), sealed.description().filing(), new Document.Sealing(content, duplicate, about));
    }

    private Logged log(
            Caller caller, Admission.Admitted admitted, CaseFile file, Sealed sealed, Map<String, String> more) {
        Provenance provenance = file.provenance();
        Map<String, String> told = new TreeMap<>(more);
        told.putAll(Map.of(
                "what", "document",
                "kind", admitted.kind().id(),
                "received", received(sealed, admitted.kind().id()),
                "policy", Integer.toString(provenance.policyVersion())));
        Act act = new Act(
                caller,
                "ingest",
                new Act.Ground(provenance.purpose(), provenance.basis()),
                Act.Outcome.done(admitted.rule()),
                new Act.About(admitted.persons(), Optional.of(sealed.identity().id()), Optional.of(file.id())),
                told);
        return log.write(act, sealed.about().receiptEntry()).get(0);
    }

    private static String received(Sealed sealed, String kind) {
        return HexFormat.of()
                .formatHex(sealed.about().commitment(sealed.identity().id(), kind));
    }

    private byte[] duplicateToken(CaseFile file, Tally tally) {
        try (LeafKey key = tokens.keyOf(file)) {
            return DocumentSeal.duplicateToken(key, tally.sha256());
        }
    }

    /** Whoever has only a number and a code learns nothing of what else the case holds. */
    private void refuseDuplicate(Intake.Taking taking, byte[] token) {
        if (!taking.caller().isOwner()
                && documents.holdsDuplicate(taking.admitted().caseId(), token)) {
            throw new RefusedException(Refusal.DUPLICATE, "the case holds these very bytes already");
        }
    }

    private void checkReplaced(Intake.Taking taking) {
        Optional<UUID> replaced = taking.upload().replaces();
        if (replaced.isPresent() && !isOfThisLine(taking, replaced.get())) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "replaces names no document of this kind in this application");
        }
    }

    private boolean isOfThisLine(Intake.Taking taking, UUID id) {
        return documents
                .find(id)
                .filter(old -> old.caseId().equals(taking.admitted().caseId()))
                .filter(old -> old.kind().equals(taking.admitted().kind().id()))
                .isPresent();
    }
}
