package muhafiz.domain.rebuild;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run over the bucket, and who has released what came of it. Not thread-safe; lives within one transaction. */
@Entity
@Table(schema = "archive", name = "rebuild")
public class Rebuild {
    @Id
    private UUID id;

    @Column(name = "state")
    private String state;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "begun_by")
    private String begunBy;

    @Embedded
    private Found found;

    @Column(name = "records_by")
    private @Nullable String recordsBy;

    @Column(name = "dpo_by")
    private @Nullable String dpoBy;

    /** Where a rebuild stands; its code is the lower-case name. */
    public enum State {
        /** It walks over the bucket, or will again. */
        RUNNING,
        /** What it wrote is restricted. */
        WAITING,
        RELEASED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Rebuild() {}

    /** @param by the account that asked for it */
    public Rebuild(UUID id, Instant begunAt, String by) {
        this.id = id;
        this.begunAt = begunAt;
        this.begunBy = by;
        this.found = Found.NOTHING;
        this.state = State.RUNNING.code();
    }

    public UUID id() {
        return id;
    }

    public State state() {
        return State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    public Instant begunAt() {
        return begunAt;
    }

    public String begunBy() {
        return begunBy;
    }

    public Found found() {
        return found;
    }

    /** How documents name what restricts them. */
    public String asReason() {
        return "rebuild/" + id;
    }

    /** The records manager's account, once it has released. */
    public Optional<String> recordsManager() {
        return Optional.ofNullable(recordsBy);
    }

    /** The data-protection officer's account, once it has released. */
    public Optional<String> dpo() {
        return Optional.ofNullable(dpoBy);
    }

    /** The walk has ended. */
    public void walked(Found counted) {
        found = counted;
        if (state() == State.RUNNING) {
            state = State.WAITING.code();
        }
    }

    public void releasedByRecordsManager(String user) {
        requireWaiting();
        requireAnother(user, dpo());
        recordsBy = user;
        settle();
    }

    public void releasedByDpo(String user) {
        requireWaiting();
        requireAnother(user, recordsManager());
        dpoBy = user;
        settle();
    }

    private void requireWaiting() {
        if (state() != State.WAITING) {
            throw new IllegalStateException("a rebuild that is " + state + " is not released");
        }
    }

    private static void requireAnother(String user, Optional<String> other) {
        if (other.filter(user::equals).isPresent()) {
            throw new IllegalStateException("two different persons release a rebuild");
        }
    }

    private void settle() {
        if (recordsBy != null && dpoBy != null) {
            state = State.RELEASED.code();
        }
    }
}
