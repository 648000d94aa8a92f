package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.SealedLength;
import muhafiz.crypto.token.BlindToken;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.retention.Retention;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.intake.Admission.Admitted;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.upload.UploadRows.Part;
import muhafiz.service.upload.UploadRows.Row;

/** The transactions of an upload, each short; what is said in them to a sender is an entry of the log. */
@ApplicationScoped
@Transactional
class UploadDesk {
    /** Where the uploads' own leaves stand. */
    private static final String SHELF = "upload";

    /** The class whose period abandoned uploads have (policy, STO-6). */
    private static final String ABANDONED = "RC-QUAR";

    private final UploadRows rows;
    private final UploadSeal seal;
    private final UploadLimits limits;
    private final Keyring keyring;
    private final ServiceKeys serviceKeys;
    private final DocumentRows documents;
    private final DocumentSeal documentSeal;
    private final PolicyInForce policies;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    UploadDesk(
            UploadRows rows,
            UploadSeal seal,
            UploadLimits limits,
            Keyring keyring,
            ServiceKeys serviceKeys,
            DocumentRows documents,
            DocumentSeal documentSeal,
            PolicyInForce policies,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.seal = seal;
        this.limits = limits;
        this.keyring = keyring;
        this.serviceKeys = serviceKeys;
        this.documents = documents;
        this.documentSeal = documentSeal;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
    }

    /** An upload as it stands. */
    record Standing(Row row, UploadWish wish, long received) {
        UploadProgress progress() {
            return new UploadProgress(row.id(), wish.length(), received, wish.metadata(), row.until(), row.document());
        }
    }

    /** Who asks, and where the case let them in. */
    record Visitor(Caller caller, Admitted admitted) {}

    public Standing begin(Visitor visitor, UploadWish wish) {
        UUID caseId = visitor.admitted().caseId();
        byte[] sender = senderOf(visitor);
        limits.require(rows.open(sender, caseId), wish.length());
        UUID id = Randoms.id();
        UUID leaf = Randoms.id();
        Instant now = clock.instant();
        try (LeafKey key = LeafKey.fresh()) {
            keyring.create(leaf, key, Shelf.of(SHELF, now));
            Row row = new Row(
                    id,
                    caseId,
                    sender,
                    Optional.of(leaf),
                    seal.sealAbout(key, id, wish),
                    seal.sealReceived(key, id, 0),
                    0,
                    until(now),
                    Optional.empty());
            rows.add(row, SealedLength.ofPlaintext(wish.length()).bytes(), now);
            write(visitor, "ingest", "upload begun", id);
            return new Standing(row, wish, 0);
        }
    }

    /** Until the period of abandoned uploads is over, in whole days of the office. */
    private Instant until(Instant now) {
        Policy policy = policies.policy();
        ZoneId zone = policy.meta().timeZone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return policy.recordClass(ABANDONED)
                .flatMap(abandoned ->
                        Retention.endOf(abandoned, Map.of("received", today)).date())
                .orElseThrow(() -> new IllegalStateException("the policy has no period for class " + ABANDONED))
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Of the holder of a code nothing is known but the case. */
    private byte[] senderOf(Visitor visitor) {
        Caller caller = visitor.caller();
        String sender = caller.isOwner()
                ? "case\n" + visitor.admitted().caseId()
                : caller.user() + "\n" + caller.person().orElse("");
        try (LeafKey key = serviceKeys.uploads()) {
            return BlindToken.of(key, "sender", sender.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Empty for what never was, is over, or whose key is gone. Whoever calls this asks next whose it is. */
    public Optional<Standing> find(UUID id) {
        try {
            return rows.find(id, clock.instant()).flatMap(this::opened);
        } catch (ForgottenException gone) {
            return Optional.empty();
        }
    }

    private Optional<Standing> opened(Row row) {
        if (row.document().isPresent()) {
            return documents.find(row.document().get()).map(document -> filed(row, document));
        }
        return row.leaf().map(leaf -> {
            try (LeafKey key = keyring.open(leaf)) {
                return new Standing(row, seal.about(key, row), seal.received(key, row));
            }
        });
    }

    private Standing filed(Row row, Document document) {
        try (LeafKey key = keyring.open(document.leafId())) {
            long length = documentSeal.about(key, document).length();
            UploadWish was = new UploadWish(document.kind(), Optional.empty(), length, Optional.empty(), "");
            return new Standing(row, was, length);
        }
    }

    /** @throws RefusedException {@code not-found} where another sender began it, or for another case */
    public void requireOwn(Visitor visitor, Standing standing) {
        if (!standing.row().caseId().equals(visitor.admitted().caseId())
                || !MessageDigest.isEqual(standing.row().sender(), senderOf(visitor))) {
            throw unknown();
        }
    }

    static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such upload");
    }

    public void looked(Visitor visitor, UUID id) {
        write(visitor, "read_status", "upload", id);
    }

    /** The upload's own key, the caller's to close. */
    public LeafKey key(Standing standing) {
        return keyring.open(standing.row().leaf().orElseThrow(UploadDesk::unknown));
    }

    /** Parts to be counted. */
    record Growth(Standing standing, int known, List<Part> more, long received) {}

    /** @throws RefusedException {@code offset-changed} */
    public void grow(LeafKey key, Growth growth) {
        UUID id = growth.standing().row().id();
        byte[] received = seal.sealReceived(key, id, growth.received());
        if (!rows.grow(id, growth.known(), growth.more(), received)) {
            throw offsetChanged();
        }
    }

    /** The same, and an entry: for the first parts of a call, or where there are none. */
    public void growOnRecord(Visitor visitor, LeafKey key, Growth growth) {
        write(visitor, "ingest", "part of an upload", growth.standing().row().id());
        grow(key, growth);
    }

    public List<Part> parts(UUID id) {
        return rows.parts(id);
    }

    /** In the transaction that files the document. @throws RefusedException {@code offset-changed} */
    @Transactional(Transactional.TxType.MANDATORY)
    public void file(UUID id, int parts, UUID document) {
        if (!rows.file(id, parts, document)) {
            throw offsetChanged();
        }
    }

    /** The sender wants no more of it. */
    public void end(Visitor visitor, UUID id) {
        if (!rows.end(id)) {
            throw unknown();
        }
        write(visitor, "ingest", "upload ended", id);
    }

    /** What was refused for good; its refusal is on record. */
    public void refused(UUID id) {
        rows.end(id);
    }

    static RefusedException offsetChanged() {
        return new RefusedException(
                Refusal.OFFSET_CHANGED, "the upload is not at this offset; ask with HEAD where it is");
    }

    private void write(Visitor visitor, String action, String what, UUID id) {
        Admitted admitted = visitor.admitted();
        log.write(new Act(
                visitor.caller(),
                action,
                new Act.Ground(
                        admitted.past().provenance().purpose(),
                        admitted.past().provenance().basis()),
                Act.Outcome.done(admitted.rule()),
                new Act.About(admitted.persons(), Optional.empty(), Optional.of(admitted.caseId())),
                Map.of("what", what, "kind", admitted.kind().id(), "upload", id.toString())));
    }
}
