package muhafiz.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.retention.Retained;
import muhafiz.domain.retention.RetentionEnd;
import org.jspecify.annotations.Nullable;

/** An application to the service, or a file the office opened itself. Not thread-safe; lives within one transaction. */
@Entity
@Table(schema = "archive", name = "case_file")
public class CaseFile {
    @Id
    private UUID id;

    @Embedded
    private SealedFields fields;

    @Embedded
    private Provenance provenance;

    @Column(name = "service")
    private @Nullable String service;

    @Column(name = "record_class")
    private String recordClass;

    @Column(name = "unit")
    private String unit;

    @Column(name = "officer")
    private @Nullable String officer;

    @Column(name = "state")
    private CaseState state;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "decide_by")
    private @Nullable LocalDate decideBy;

    @Column(name = "arises_from")
    private @Nullable UUID arisesFrom;

    @Column(name = "token_leaf_id")
    private @Nullable UUID tokenLeafId;

    @Column(name = "access_code")
    private String accessCode;

    @Embedded
    private Retained retained;

    @Version
    @Column(name = "revision")
    private int revision;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CaseFile() {}

    /** Opens a case: state {@code open}, held by {@code office}, known to its owner by an access code kept only as its hash. */
    public CaseFile(UUID id, CaseSubject what, Receipted receipted, SealedFields fields) {
        this.id = id;
        this.service = what.service().orElse(null);
        this.recordClass = what.recordClass();
        this.unit = what.unit();
        this.officer = what.officer().orElse(null);
        this.arisesFrom = what.arisesFrom().orElse(null);
        this.receivedAt = receipted.at();
        this.decideBy = receipted.decideBy().orElse(null);
        this.provenance = receipted.provenance();
        this.accessCode = receipted.accessCodeHash();
        this.fields = fields;
        this.state = CaseState.OPEN;
        this.retained = Retained.notComputed(what.recordClass());
    }

    /** What a case is about, in the policy's codes. */
    public record CaseSubject(
            Optional<String> service,
            String recordClass,
            String unit,
            Optional<String> officer,
            Optional<UUID> arisesFrom) {}

    /** How and when a case was received. */
    public record Receipted(Instant at, Provenance provenance, Optional<LocalDate> decideBy, String accessCodeHash) {}

    public UUID id() {
        return id;
    }

    public SealedFields fields() {
        return fields;
    }

    public Provenance provenance() {
        return provenance;
    }

    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    public String recordClass() {
        return recordClass;
    }

    public String unit() {
        return unit;
    }

    public Optional<String> officer() {
        return Optional.ofNullable(officer);
    }

    public CaseState state() {
        return state;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<LocalDate> decideBy() {
        return Optional.ofNullable(decideBy);
    }

    /** A day that could not be computed before, or another than before. */
    public void mustBeDecidedBy(LocalDate day) {
        decideBy = day;
    }

    public Optional<UUID> arisesFrom() {
        return Optional.ofNullable(arisesFrom);
    }

    public String accessCodeHash() {
        return accessCode;
    }

    /** When it ends, as it stands in its row; computed by whoever changes what it depends on. */
    public RetentionEnd end() {
        return retained.end();
    }

    public boolean isAssignedTo(String user) {
        return user.equals(officer);
    }

    /** Moves the case to {@code next}; refused where the policy's table of moves has no such move. */
    public void moveTo(CaseState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("a case cannot move from " + state.code() + " to " + next.code());
        }
        state = next;
    }

    /** Gives the case to an officer, in the same unit or another. */
    public void assignTo(String toUnit, String user) {
        unit = toUnit;
        officer = user;
    }

    /** Takes it from its officer; the unit's supervisor gives it to another. */
    public void takeFromOfficer() {
        officer = null;
    }

    /** The leaf under which its documents' duplicate tokens are; empty before the first document. */
    public Optional<UUID> tokenLeafId() {
        return Optional.ofNullable(tokenLeafId);
    }

    /** From now on its documents' duplicate tokens are under this leaf. */
    public void tokensUnder(UUID leaf) {
        tokenLeafId = leaf;
    }

    /** Voids the old access code. */
    public void replaceAccessCode(String hash) {
        accessCode = hash;
    }
}
