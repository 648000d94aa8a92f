package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.proof.log.LogLeaf;

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
        return new Placed(LogLeaf.leafHash(rows.leaf(entry)), rows.indexOf(entry));
    }
}
