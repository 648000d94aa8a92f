package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.proof.log.PublicPart;

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

    /** The public parts of entries, from the place after {@code after} on, oldest first, so many at most. */
    public List<LogLine> page(long after, int limit) {
        return rows.page(after, limit).stream().map(LogPlaces::line).toList();
    }

    /** When the newest entry that has its place was written, in whole seconds by the clock of then. */
    public Optional<Instant> newest() {
        return rows.newest();
    }

    private static LogLine line(LogRows.At at) {
        PublicPart shown = at.leaf().publicPart();
        return new LogLine(
                at.seq(),
                Instant.ofEpochSecond(shown.epochSecond()),
                shown.actor(),
                shown.role(),
                shown.action(),
                shown.purpose(),
                shown.basis(),
                shown.outcome(),
                shown.rule(),
                at.leaf().leafHash());
    }
}
