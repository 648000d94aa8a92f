package muhafiz.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a case on a day; retention clocks run from events (policy, {@code triggers}). */
@Entity
@Table(schema = "archive", name = "case_event")
public class CaseEvent {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "event_type")
    private String type;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "happened_on")
    private LocalDate on;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "for_review")
    private boolean forReview;

    @Column(name = "sealed")
    private byte @Nullable [] more;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CaseEvent() {}

    public CaseEvent(UUID id, UUID caseId, Happening what, Recording recording) {
        this.id = id;
        this.caseId = caseId;
        this.type = what.type();
        this.outcome = what.outcome().orElse(null);
        this.on = what.on();
        this.recordedAt = recording.at();
        this.recordedBy = recording.by();
        this.forReview = recording.forReview();
    }

    /** What happened, in the policy's codes, and on which day. */
    public record Happening(String type, Optional<String> outcome, LocalDate on) {}

    /** Who told us, when; {@code forReview} where the day lies so far back that somebody must look at it. */
    public record Recording(Instant at, String by, boolean forReview) {}

    public UUID id() {
        return id;
    }

    /** What more is told of it, sealed under the case's leaf. */
    public Optional<byte[]> more() {
        return Optional.ofNullable(more).map(byte[]::clone);
    }

    /** Once, before it is written. */
    public void tell(byte[] sealedMore) {
        more = sealedMore.clone();
    }

    public String type() {
        return type;
    }

    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    public LocalDate on() {
        return on;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public boolean isForReview() {
        return forReview;
    }
}
