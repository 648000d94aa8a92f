package muhafiz.domain.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object that was to be deleted and that the store holds back: its ciphertext remains until then. */
@Entity
@Table(schema = "archive", name = "remaining_ciphertext")
public class RemainingCiphertext {
    @Id
    @Column(name = "object")
    private String object;

    @Column(name = "refused_at")
    private Instant refusedAt;

    @Column(name = "remains_until")
    private @Nullable Instant remainsUntil;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RemainingCiphertext() {}

    /** @param until the store's own word; empty where it holds the object back without a date */
    public RemainingCiphertext(String object, Instant refusedAt, Optional<Instant> until) {
        this.object = object;
        this.refusedAt = refusedAt;
        this.remainsUntil = until.orElse(null);
    }

    public String object() {
        return object;
    }

    public Instant refusedAt() {
        return refusedAt;
    }

    public Optional<Instant> remainsUntil() {
        return Optional.ofNullable(remainsUntil);
    }
}
