package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.Payment;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.SealedContent;
import muhafiz.domain.policy.EService;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseDeadlines;
import muhafiz.service.casefile.CaseEvents;
import muhafiz.service.casefile.CaseProgress;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.CaseTokens;
import muhafiz.service.casefile.PaidFees;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.inspect.ReadingQueue;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** The transactions of a payment: whether it was told of before, and the commit that is the promise. */
@ApplicationScoped
class PaymentCommit {
    private static final String CALENDAR_MISSING = "calendar-missing";

    private final CaseRows cases;
    private final CaseTokens tokens;
    private final CaseProgress progress;
    private final CaseDeadlines deadlines;
    private final CaseEvents events;
    private final PaidFees fees;
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final Restrictions restrictions;
    private final ReadingQueue queue;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    PaymentCommit(
            CaseRows cases,
            CaseTokens tokens,
            CaseProgress progress,
            CaseDeadlines deadlines,
            CaseEvents events,
            PaidFees fees,
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            Restrictions restrictions,
            ReadingQueue queue,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.cases = cases;
        this.tokens = tokens;
        this.progress = progress;
        this.deadlines = deadlines;
        this.events = events;
        this.fees = fees;
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.restrictions = restrictions;
        this.queue = queue;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** A payment that was admitted, and the day on which it was made. */
    record Taking(Caller caller, Admission.Admitted admitted, Payment payment, LocalDate day) {}

    /** What was answered before; empty where nobody has told of it yet. */
    @Transactional
    public Optional<Payments.Taken> before(Caller caller, Admission.Admitted admitted, Payment payment) {
        CaseFile file = held(admitted);
        requireFee(file);
        return repeated(caller, admitted, payment, file);
    }

    @Transactional
    public Payments.Taken commit(Taking taking, IntakeCommit.Sealed sealed) {
        Admission.Admitted admitted = taking.admitted();
        CaseFile file = held(admitted);
        Optional<Payments.Taken> before = repeated(taking.caller(), admitted, taking.payment(), file);
        if (before.isPresent()) {
            return before.get();
        }
        keyring.create(sealed.identity().leafId(), sealed.key(), Shelf.of(admitted.recordClass(), clock.instant()));
        Document document = document(file, sealed);
        documents.add(document);
        fees.add(sealed.identity(), sealed.key(), taking.payment());
        progress.documentCame(file);
        queue.add(document.id());
        events.paid(taking.caller(), file, taking.day());
        restrictions.filed(document.id());
        Deadline deadline = deadlines.afterPayment(file);
        Act act = act(taking.caller(), admitted, file, document.id())
                .with("received", HexFormat.of().formatHex(sealed.about().commitment(document.id(), document.kind())))
                .with("decideBy", file.decideBy().map(LocalDate::toString));
        log.write(act, sealed.about().receiptEntry());
        return taken(document.id(), admitted, file, deadline);
    }

    private CaseFile held(Admission.Admitted admitted) {
        return cases.hold(admitted.caseId())
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such application"));
    }

    /** A file that the office opened itself costs nobody anything either. */
    private void requireFee(CaseFile file) {
        Optional<EService> service =
                file.service().flatMap(id -> policies.policy().service(id));
        if (service.filter(one -> !one.isFree()).isEmpty()) {
            throw new RefusedException(Refusal.FREE_SERVICE, "nothing is to be paid for this application");
        }
    }

    private Optional<Payments.Taken> repeated(
            Caller caller, Admission.Admitted admitted, Payment payment, CaseFile file) {
        Optional<PaidFees.Paid> known = fees.of(file.id()).stream()
                .filter(one -> one.payment().reference().equals(payment.reference()))
                .findFirst();
        if (known.filter(one -> !one.payment().isSameAs(payment)).isPresent()) {
            throw new RefusedException(
                    Refusal.IDEMPOTENCY_MISMATCH, "another payment of this application has this reference");
        }
        return known.map(one -> {
            log.write(act(caller, admitted, file, one.document()).with("repeated", "true"));
            return taken(one.document(), admitted, file, deadlines.afterPayment(file));
        });
    }

    private static Payments.Taken taken(UUID document, Admission.Admitted admitted, CaseFile file, Deadline deadline) {
        List<String> warnings = deadline.isCalendarMissing() ? List.of(CALENDAR_MISSING) : List.of();
        return new Payments.Taken(document, admitted.recordClass(), file.decideBy(), warnings);
    }

    private Document document(CaseFile file, IntakeCommit.Sealed sealed) {
        SealedContent content = new SealedContent(
                sealed.tally().sealedLength(),
                sealed.tally().sealedSha256(),
                sealed.tally().segments());
        try (LeafKey key = tokens.keyOf(file)) {
            byte[] duplicate = DocumentSeal.duplicateToken(key, sealed.tally().sha256());
            byte[] about = seal.sealAbout(sealed.key(), sealed.identity(), sealed.about());
            return new Document(
                    sealed.identity(), sealed.description().filing(), new Document.Sealing(content, duplicate, about));
        }
    }

    private static Act act(Caller caller, Admission.Admitted admitted, CaseFile file, UUID document) {
        Provenance provenance = file.provenance();
        return new Act(
                caller,
                "ingest",
                new Act.Ground(provenance.purpose(), provenance.basis()),
                Act.Outcome.done(admitted.rule()),
                new Act.About(admitted.persons(), Optional.of(document), Optional.of(file.id())),
                Map.of(
                        "what", "payment",
                        "kind", admitted.kind().id(),
                        "policy", Integer.toString(provenance.policyVersion())));
    }
}
