package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Where an entry stands in the log. */
@ApplicationScoped
@Transactional
public class LogPlaces {
    private final LogRows rows;

    @Inject
    LogPlaces(LogRows rows) {
        this.rows = rows;
    }

    /** An entry's hash and place; no place yet where it was not sequenced. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Placed(byte[] leafHash, OptionalLong sequence) {}

    public Placed of(UUID entry) {
        LogRows.Placed placed =
                rows.placed(entry).orElseThrow(() -> new IllegalStateException("the log has no entry " + entry));
        return new Placed(placed.leafHash(), placed.sequence());
    }

    /** When the newest entry that has its place was written, in whole seconds by the clock of then. */
    public Optional<Instant> newest() {
        return rows.newest();
    }
}
