package muhafiz.domain.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.retention.Retained;
import muhafiz.domain.retention.RetentionEnd;
import org.jspecify.annotations.Nullable;

/** A paper of a case. Not thread-safe; lives within one transaction. */
@Entity
@Table(schema = "archive", name = "document")
public class Document {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "leaf_id")
    private UUID leafId;

    @Column(name = "kind")
    private String kind;

    @Column(name = "record_class")
    private String recordClass;

    @Column(name = "state")
    private DocumentState state;

    @Column(name = "reasons")
    private String[] reasons;

    @Embedded
    private Provenance provenance;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "replaces")
    private @Nullable UUID replaces;

    @Embedded
    private SealedContent content;

    @Column(name = "duplicate_token")
    private byte[] duplicateToken;

    @Column(name = "about")
    private byte[] about;

    @Column(name = "findings")
    private byte @Nullable [] findings;

    @Column(name = "restricted_since", insertable = false, updatable = false)
    private @Nullable Instant restrictedSince;

    @Column(name = "restricted_because", insertable = false, updatable = false)
    private @Nullable String restrictedBecause;

    @Column(name = "scanned_at", insertable = false, updatable = false)
    private @Nullable Instant scannedAt;

    @Embedded
    private Retained retained;

    @Version
    @Column(name = "revision")
    private int revision;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    /** A document as it was received: state {@code received}, nothing read of it yet. */
    public Document(Identity identity, Filing filing, Sealing sealing) {
        this.id = identity.id();
        this.caseId = identity.caseId();
        this.versionId = identity.versionId();
        this.leafId = identity.leafId();
        this.kind = filing.kind();
        this.recordClass = filing.recordClass();
        this.provenance = filing.provenance();
        this.receivedAt = filing.receivedAt();
        this.replaces = filing.replaces().orElse(null);
        this.content = sealing.content();
        this.duplicateToken = sealing.duplicateToken();
        this.about = sealing.about();
        this.state = DocumentState.RECEIVED;
        this.reasons = new String[0];
        this.retained = Retained.notComputed(filing.recordClass());
    }

    /** The random names of a document, its version and the leaf key of that version. */
    public record Identity(UUID id, UUID caseId, UUID versionId, UUID leafId) {}

    /** Under what, whence and when a document was filed. */
    public record Filing(
            String kind, String recordClass, Provenance provenance, Instant receivedAt, Optional<UUID> replaces) {}

    /** What sealing left: facts of the ciphertext, the token for finding duplicates within the case, the sealed description. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; columns of bytes
    public record Sealing(SealedContent content, byte[] duplicateToken, byte[] about) {}

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID versionId() {
        return versionId;
    }

    public UUID leafId() {
        return leafId;
    }

    public String kind() {
        return kind;
    }

    public String recordClass() {
        return recordClass;
    }

    public DocumentState state() {
        return state;
    }

    public List<String> reasons() {
        return List.of(reasons);
    }

    public Provenance provenance() {
        return provenance;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<UUID> replaces() {
        return Optional.ofNullable(replaces);
    }

    public SealedContent content() {
        return content;
    }

    public byte[] about() {
        return about;
    }

    public Optional<byte[]> findings() {
        return Optional.ofNullable(findings);
    }

    /** When it ends, as it stands in its row; computed by whoever changes what it depends on. */
    public RetentionEnd end() {
        return retained.end();
    }

    /** The restriction of its use that has stood longest, where one stands; its row is changed by who imposes and lifts them. */
    public Optional<Restriction> restriction() {
        return Optional.ofNullable(restrictedSince)
                .flatMap(since -> Optional.ofNullable(restrictedBecause).map(why -> new Restriction(since, why)));
    }

    /** Whether a scanner has found no malware in it; its row is changed by whoever scans. */
    public boolean isScanned() {
        return scannedAt != null;
    }

    /** What a machine read, sealed; the document becomes {@code inspected} unless a person has spoken already. */
    public void inspected(byte[] sealedFindings, List<String> remarks) {
        findings = sealedFindings;
        if (state == DocumentState.RECEIVED) {
            moveTo(DocumentState.INSPECTED, remarks);
        }
    }

    /** What a machine remarked is no longer so; nothing where a person has spoken already. */
    public void settled(String remark) {
        if (state == DocumentState.INSPECTED) {
            reasons = Stream.of(reasons).filter(one -> !one.equals(remark)).toArray(String[]::new);
        }
    }

    /** The token by which the same bytes are found again, under the case's present key. */
    public void retoken(byte[] token) {
        duplicateToken = token.clone();
    }

    /** Puts the document aside: nothing may be concluded from it. */
    public void quarantine(String reason) {
        moveTo(DocumentState.QUARANTINED, List.of(reason));
    }

    /** An officer accepts it. */
    public void accept() {
        moveTo(DocumentState.ACCEPTED, List.of());
    }

    /** An officer refuses it. @throws IllegalArgumentException without a reason */
    public void refuse(Set<ReviewReason> why) {
        if (why.isEmpty()) {
            throw new IllegalArgumentException("a refusal has a reason");
        }
        moveTo(
                DocumentState.REFUSED,
                why.stream().map(ReviewReason::code).sorted().toList());
    }

    /** It was filed wrongly, or put aside as unknown: from now on it is this; what was put aside comes out. */
    public void classify(String asKind, String asClass) {
        kind = asKind;
        recordClass = asClass;
        retained = Retained.notComputed(asClass);
        if (state == DocumentState.QUARANTINED) {
            moveTo(DocumentState.INSPECTED, List.of());
        }
    }

    /**
     * It belongs to another case.
     *
     * @param token of its bytes under that case's key
     */
    public void moveTo(UUID anotherCase, byte[] token) {
        caseId = anotherCase;
        replaces = null;
        retoken(token);
    }

    private void moveTo(DocumentState next, List<String> why) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("a document cannot move from " + state.code() + " to " + next.code());
        }
        state = next;
        reasons = why.toArray(String[]::new);
    }
}
